# Everything a newcomer needs: `make demo` and `make test`. Both install the missing Debian packages first.
.PHONY: packages build demo test lint score clean

BUILD = swift build -c release --static-swift-stdlib
CHANCERY = .build/release/chancery

packages:
	@scripts/install-packages

build: packages
	$(BUILD) --product chancery

demo: build
	@scripts/demo $(CHANCERY)

test: packages
	swift test

lint:
	swift format lint --strict -r Sources Tests Package.swift

score: build
	@scripts/score $(CHANCERY)

clean:
	rm -rf .build
