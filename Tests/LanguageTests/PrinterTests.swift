import Language
import Testing

@Suite struct PrinterTests {
  @Test func contractionsHaveALineOfTheirOwn() {
    let document = Annotator().segment("El ministro fue a la capital del país y no dijo más.")
    let printed = SentencePrinter(document: document, index: 0).conllu(identifier: "a-s1")
    #expect(printed.contains("\n7-8\tdel\t_\t_\t_\t_\t_\t_\t_\tStart=29|End=32\n7\tde\t"))
    #expect(printed.hasPrefix("# sent_id = a-s1\n# text = El ministro fue"))
    #expect(
      printed.hasSuffix(
        "SpaceAfter=No|Start=48|End=51\n14\t.\t_\t_\t_\t_\t_\t_\t_\tStart=51|End=52\n\n"))
  }

  @Test func namesOfConlluGoBothWays() {
    for upos in UPOS.allCases { #expect(UPOS(name: upos.name) == upos) }
    for relation in Relation.allCases { #expect(Relation(name: relation.name) == relation) }
    #expect(Relation(name: "obl:unmarked") == .oblTmod)
    #expect(Relation(name: "nsubj:xyz") == .nsubj)
    #expect(Relation(name: "xyz") == nil)
    #expect(UPOS(name: "noun") == nil)
    let features: Morphology = [.plural, .past, .finite, .thirdPerson]
    #expect(Morphology(conllu: features.conllu) == features)
    #expect(Morphology().conllu == "_")
  }
}
