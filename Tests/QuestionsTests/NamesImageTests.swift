import CResources
import Gazetteer
import Testing

@testable import Questions

@Suite struct NamesImageTests {
  private let image = UnsafeRawBufferPointer(
    start: chancery_questions_names_image, count: chancery_questions_names_image_length)

  @Test func theImageIsOfTheDataFiles() {
    #expect(
      NamesImage.make() == Array(image),
      "a file of Sources/CResources/data has changed: run scripts/compile-grammar")
  }

  @Test func whatIsFoundIsWhatWasWritten() throws {
    let table = try #require(NamesTable(image, digest: DataTexts.digestOfNames))
    let gazetteer = Gazetteer.shared
    for (index, country) in gazetteer.countries.enumerated() {
      #expect(table.country(at: Int32(index)) == country.code)
      #expect(table.names(of: country.code, .englishNames) == country.englishNames)
      #expect(table.names(of: country.code, .spanishCapitals) == country.spanishCapitals)
    }
    for body in gazetteer.bodies {
      #expect(table.entries(of: body.spanishName).contains { $0.kind == .body })
      #expect(table.bodyNames(body.englishName).count > 0)
    }
    let words = CountryWords(gazetteer)
    for (word, meaning) in words.meanings { #expect(table.meaning(word) == meaning) }
    #expect(table.longest == words.longest)
  }

  @Test func phrasesOfOneWordAndOfSeveralAreFound() {
    let table = NamesTable.standard
    #expect(table.entries(of: "canciller").contains { $0.kind == .office })
    #expect(table.entries(of: "White House").contains { $0.kind == .seat })
    #expect(table.bodyNames("otan").contains("nato"))
    #expect(table.entries(of: "").isEmpty)
    #expect(table.entries(of: "no such phrase").isEmpty)
    #expect(table.meaning("nowhere") == nil)
    #expect(table.names(of: "QQ", .englishNames) == nil)
    #expect(table.country(at: -1) == nil)
  }

  @Test func namesThatMeanTwoCountriesGoByTheLanguage() {
    let names = CountryNames.shared
    #expect(names.speaking(.english).named("eu") == "EU")
    #expect(names.speaking(.spanish).named("ee uu") == "US")
    #expect(names.match(["costa", "rican", "president"])?.code == "CR")
  }

  @Test func anImageThatIsCutShortOrOfOtherFilesIsNotTaken() {
    for count in stride(from: 0, to: image.count, by: 20_011) {
      #expect(
        NamesTable(
          UnsafeRawBufferPointer(rebasing: image[..<count]), digest: DataTexts.digestOfNames)
          == nil)
    }
    #expect(NamesTable(image, digest: DataTexts.digestOfNames &+ 1) == nil)
  }
}
