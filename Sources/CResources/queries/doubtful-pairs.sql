-- title: Pairs that may be one
-- description: Entities kept apart for want of proof that they are one; `chancery merge` joins them.
-- scans: doubts
SELECT name, other, reason, entity, other_entity FROM doubtful_pairs ORDER BY name, other, reason;
