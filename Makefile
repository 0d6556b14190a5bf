# Everything a newcomer needs: `make demo` and `make test`. Both install the missing Debian packages first.
.PHONY: packages build demo test lint score score-language torture fuzz man completions install uninstall datasette-test bench clean

PREFIX ?= /usr/local
DESTDIR ?=
SHARE = $(DESTDIR)$(PREFIX)/share
BUILD = PKG_CONFIG_PATH="$$(scripts/static-libraries)" swift build -c release --static-swift-stdlib
CHANCERY = .build/release/chancery

packages:
	@scripts/install-packages

build: packages
	$(BUILD) --product chancery

demo: build
	@scripts/demo $(CHANCERY)

test: packages
	swift test
	@scripts/check-floors .build/debug/chancery

lint:
	swift format lint --strict -r Sources Tests Package.swift

score: build
	@scripts/score $(CHANCERY)

score-language:
	@scripts/score-language

# The man pages and completions are made by swift-argument-parser from the help texts.
man: build
	scripts/manual $(CHANCERY) .build/share/man1

completions: build
	mkdir -p .build/share
	$(CHANCERY) --generate-completion-script bash >.build/share/chancery.bash
	$(CHANCERY) --generate-completion-script zsh >.build/share/_chancery
	$(CHANCERY) --generate-completion-script fish >.build/share/chancery.fish

install: build man completions
	install -D -m 755 $(CHANCERY) $(DESTDIR)$(PREFIX)/bin/chancery
	install -D -m 644 -t $(SHARE)/man/man1 .build/share/man1/*.1
	install -D -m 644 .build/share/chancery.bash $(SHARE)/bash-completion/completions/chancery
	install -D -m 644 .build/share/_chancery $(SHARE)/zsh/site-functions/_chancery
	install -D -m 644 .build/share/chancery.fish $(SHARE)/fish/vendor_completions.d/chancery.fish

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/chancery $(SHARE)/man/man1/chancery.1 $(SHARE)/man/man1/chancery.*.1
	rm -f $(SHARE)/bash-completion/completions/chancery $(SHARE)/zsh/site-functions/_chancery
	rm -f $(SHARE)/fish/vendor_completions.d/chancery.fish

# Serves the seeds with Datasette from PyPI and opens every table and query.
datasette-test: build
	rm -f .build/datasette.db
	$(CHANCERY) import --db .build/datasette.db seeds
	scripts/datasette-test $(CHANCERY) .build/datasette.db

bench: build
	@Benchmarks/run $(CHANCERY)

# Kills, starves and overfills imports, and feeds them 20,000 damaged inputs of each format: a quarter of an hour.
torture: build
	scripts/torture $(CHANCERY)
	CHANCERY_TORTURE=1 CHANCERY_MUTATIONS=20000 swift test --filter TortureTests

# libFuzzer on every parser, ten minutes each, at the lowest priority.
fuzz: packages
	scripts/fuzz

clean:
	rm -rf .build
