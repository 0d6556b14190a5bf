import Gazetteer
import Language
import Records

/// An article about sports, in which teams, players and countries meet on the field.
enum SportsArticle {
  /// How many different words of sports make an article one, if a word in so many is one.
  static let threshold = 4
  static let density = 80

  /// The frames that tell of matches: all of such an article but those of somebody who holds an office of state.
  static func matches(_ frames: [MeetingFrame], _ reading: Reading) -> Set<Int> {
    guard !frames.isEmpty, isOne(reading) else { return [] }
    let entities = reading.analysis.entities
    return Set(
      frames.indices.filter { index in
        !frames[index].principals.contains { id in
          entities[id].kind == .person && isOfState(id, reading)
        }
      })
  }

  private static func isOne(_ reading: Reading) -> Bool {
    var found: Set<WordKey> = []
    var hits = 0
    var words = 0
    for scan in reading.scans {
      words += scan.count
      for at in 0..<scan.count where scan.isOne(at, of: SportsWords.all) {
        found.insert(scan.keys[at])
        hits += 1
      }
    }
    return found.count >= threshold && hits * density >= words
  }

  /// True for a person of whom an office of state is told.
  private static func isOfState(_ id: Int, _ reading: Reading) -> Bool {
    reading.phrases.indices.contains { index in
      reading.analysis.mentions[index].entities == [id]
        && reading.phrases[index]?.offices.contains { offices.contains($0.kind) } == true
    }
  }

  private static let offices: Set<Office.Class> = [
    .state, .government, .monarch, .foreign, .minister, .secretary, .envoy, .ambassador, .diplomat,
    .spokes,
  ]
}

/// Words of games, each of which says little alone. None of those that parties, armies, courts and leagues of states share:
/// "defensa", "partido", "penal", "league".
enum SportsWords {
  static let all = Words.set(
    """
    coach coaches striker strikers midfielder midfielders goalkeeper goalkeepers winger batsman batsmen bowler \
    bowlers wicket wickets innings half-time halftime kick-off kickoff fixture fixtures referee umpire squad \
    scored equaliser equalizer semifinal semifinals semi-final semi-finals quarterfinal quarterfinals knockout playoff \
    playoffs tournament championship trophy medal medals derby offside lineup line-up tennis football \
    soccer cricket rugby basketball handball goalless \
    entrenador entrenadora delantero delantera portero arquero mediocampista árbitro gol \
    goles penalti penaltis amistoso eliminatoria eliminatorias semifinal semifinales octavos torneo \
    campeonato copa mundialista futbolista futbolistas selecciones seleccionador goleador plantel marcador estadio cancha \
    empate empató derrotó tenista boxeador medalla medallas fútbol béisbol baloncesto balonmano beisbol
    """)
}
