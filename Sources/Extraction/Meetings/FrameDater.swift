import Gazetteer
import Language
import Records

/// Gives a frame its status and its date, each from the other where one is open.
struct FrameDater {
  let context: MeetingContext

  /// Sets status, date and place of a frame.
  func date(_ frame: inout MeetingFrame, _ verdict: Modality.Answer) {
    let published = context.reading.analysis.article.published
    let answer = context.dates.date(
      of: frame.trigger.lowerBound, in: frame.sentence, isPlanned: verdict == .planned)
    frame.date = answer?.date
    frame.dateBasis = answer?.basis
    frame.dateSource = answer?.source
    switch verdict {
    case .held: frame.status = .held
    case .planned: frame.status = .planned
    case .cancelled: frame.status = .cancelled
    case .open:
      frame.status = .held
      if let date = answer?.date, let published, date.earliest > published.latest {
        frame.status = .planned
      }
      if answer == nil, isAhead(frame.trigger.lowerBound) { frame.status = .planned }
    case .refused: break
    }
    if frame.status == .held, let date = answer?.date, let published,
      date.earliest > published.latest
    {
      frame.status = .planned
    }
    frame.isBackground = isPerfect(frame.trigger.lowerBound)
    MeetingPlace(context: context).place(&frame)
  }

  /// "had met", "se había reunido", "last met".
  private func isPerfect(_ token: Int) -> Bool {
    (max(0, token - 4)..<token).contains { context.scan.isOne($0, of: ModalWords.perfect) }
  }

  /// "ahead of", "to meet" after a verb to come.
  private func isAhead(_ token: Int) -> Bool {
    let scan = context.scan
    for at in max(0, token - 30)..<max(0, token) {
      if at > 0, scan.isCapital(at) { continue }
      if scan.isOne(at, of: ModalWords.plans) || context.modality.isFuture(at) { return true }
      if scan.isSign(at, "ahead") || scan.isSign(at, "upcoming") { return true }
    }
    return false
  }
}
