// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]
// What is read millions of times for an article is not asked each time whether someone writes it: the tests, built for debugging,
// are.
let fast =
  strict + [.unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))]

let package = Package(
  name: "chancery",
  products: [.executable(name: "chancery", targets: ["chancery"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(
      name: "CResources",
      exclude: [
        "agreements", "data", "dates", "knowledge", "language", "models", "queries", "questions",
        "reading",
      ]),
    .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: strict),
    .target(name: "Output", dependencies: ["SQLite"], swiftSettings: strict),
    .target(
      name: "Queries", dependencies: ["CResources", "Gazetteer", "SQLite"], swiftSettings: strict),
    .target(name: "Records", swiftSettings: strict),
    .target(
      name: "Gazetteer", dependencies: ["CResources", "Records"], swiftSettings: strict),
    // Optimized in debug builds too, where the tests would otherwise wait for it.
    .target(
      name: "CKernels", exclude: ["kernels.inc"],
      cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),
    .target(name: "Language", dependencies: ["CKernels", "CResources"], swiftSettings: fast),
    .target(
      name: "Extraction", dependencies: ["Language", "Gazetteer", "Records", "CResources"],
      swiftSettings: fast),
    .target(
      name: "KnowledgeBase",
      dependencies: ["SQLite", "Extraction", "Gazetteer", "Records", "CResources"],
      swiftSettings: strict),
    .target(name: "CHeap"),
    .systemLibrary(name: "CEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .target(
      name: "Questions",
      dependencies: ["KnowledgeBase", "SQLite", "Gazetteer", "Records", "CResources"],
      swiftSettings: strict),
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CYaml", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .target(
      name: "Reading", dependencies: ["CResources", "CXML", "CYaml", "CZlib", "CZstd", "Records"],
      swiftSettings: strict),
    .executableTarget(
      name: "chancery",
      dependencies: [
        "CEdit",
        "CHeap",
        "Extraction",
        "KnowledgeBase",
        "Language",
        "Output",
        "Queries",
        "Questions",
        "Reading",
        "Records",
        "SQLite",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "compile-grammar", dependencies: ["Questions"], swiftSettings: strict),
    .executableTarget(
      name: "train-language",
      dependencies: [
        "CKernels", "Language",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "train-extraction",
      dependencies: [
        "Extraction", "Reading", "Records",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "language-benchmark", dependencies: ["Language"], path: "Benchmarks/language",
      swiftSettings: strict),
    .testTarget(
      name: "LanguageTests", dependencies: ["CKernels", "CResources", "Language"],
      exclude: ["Cases"],
      swiftSettings: strict),
    .testTarget(name: "SQLiteTests", dependencies: ["SQLite"], swiftSettings: strict),
    .testTarget(
      name: "ChanceryTests", dependencies: ["chancery", "CZstd", "SQLite"], exclude: ["Cases"],
      swiftSettings: strict),
    .testTarget(
      name: "OutputTests", dependencies: ["Output", "SQLite"], exclude: ["Cases"],
      swiftSettings: strict),
    .testTarget(name: "GazetteerTests", dependencies: ["Gazetteer"], swiftSettings: strict),
    .testTarget(
      name: "ExtractionTests", dependencies: ["Extraction", "Language", "Records"],
      exclude: ["Cases"], swiftSettings: strict),
    .testTarget(
      name: "ReadingTests", dependencies: ["Reading", "Records"], exclude: ["Cases"],
      swiftSettings: strict),
    .testTarget(
      name: "QueriesTests", dependencies: ["CYaml", "Queries", "SQLite"], swiftSettings: strict),
    .testTarget(
      name: "QuestionsTests",
      dependencies: ["CResources", "Questions", "Records", "SQLite", "KnowledgeBase"],
      exclude: ["Cases"], swiftSettings: strict),
    .target(name: "CFailingVFS", dependencies: ["CSQLite"], path: "Tests/CFailingVFS"),
    .target(
      name: "FuzzTargets",
      dependencies: ["Extraction", "Language", "Questions", "Reading", "Records"],
      path: "Tests/FuzzTargets", swiftSettings: strict),
    .testTarget(
      name: "TortureTests",
      dependencies: [
        "CFailingVFS", "FuzzTargets", "KnowledgeBase", "Reading", "Records", "SQLite",
      ],
      exclude: ["Cases"], swiftSettings: strict),
    .testTarget(
      name: "KnowledgeBaseTests", dependencies: ["KnowledgeBase", "Records", "SQLite"],
      exclude: ["Cases"], swiftSettings: strict),
    .testTarget(name: "RecordsTests", dependencies: ["Records"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

// `scripts/fuzz` only: libFuzzer brings a main function of its own, with flags that no other build may have.
if Context.environment["CHANCERY_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz", swiftSettings: strict,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]))
}
