import Gazetteer
import Records

extension EntityTable {
  /// "The mayors met with B" of an article that has told of "13 newly elected mayors": those; nil where none were told.
  func people(of noun: WordKey) -> Int? {
    entities.last { entity in
      entity.kind == .delegation
        && entity.name.map { WordKeys.keys($0).contains(noun) } == true
    }?.id
  }
}
