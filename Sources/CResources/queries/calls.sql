-- title: Calls and video meetings
-- description: Meetings by telephone or video in a period, newest first.
-- param: since date = '' -- the first day, month or year; empty: from the beginning
-- param: until date = '' -- the last day, month or year; empty: to the end
-- param: limit integer = 100 -- how many rows at most
SELECT d.date, d.mode, d.principals, d.topics, d.status, d.quote, m.key AS meeting
FROM meetings AS m JOIN meeting_details AS d ON d.meeting = m.id
WHERE m.mode IN ('phone', 'video') AND m.earliest <= coalesce(nullif(:until, ''), '9999') || '-99' AND m.latest >= :since
ORDER BY m.earliest DESC, m.id DESC
LIMIT coalesce(nullif(CAST(:limit AS INTEGER), 0), 100);
