package ends

import "strings"

// Classes of words.
const (
	verb     = iota + 1 // finite and common: is, said
	past                // in lower case, ends with -ed
	starter             // begins sentences: the, he
	linker              // stands inside a phrase: of, and
	calendar            // Monday, March
	label               // begins a caption or a credit: figure, image
)

var classTable [1024]struct {
	hash  uint32
	class uint8
}

func init() {
	for class, words := range [...]string{
		verb: `is are was were am be has have had do does did will would can could should may might must shall isn't aren't wasn't weren't hasn't haven't hadn't
			don't doesn't didn't won't can't couldn't it's that's he's she's they're we're you're i'm there's i've we've they've said says say told tells went came comes
			goes made makes took takes got gets gave gives found finds began begins became becomes knew knows think thinks thought saw sees met meets held holds
			led leads left leaves won wins lost loses kept keeps brought brings wrote writes let means meant felt feels seems seemed shows showed`,
		starter: `the a an this that these those he she it they we you i his her its their our my there here but so yet if when while where what who why how which
			although because after before since until though however also some many most each both all no not every such then now`,
		linker: `of and or in on at by for from with to as into over under between through against about than via per within without upon nor vs`,
		calendar: `monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
			jan feb mar apr jun jul aug sept oct nov dec`,
		label: `figure fig table image photo photograph picture source credit file caption chapter section part step box map video`,
	} {
		for _, w := range strings.Fields(words) {
			h := look(w, 0, len(w), false).hash
			at := h & 1023
			for classTable[at].hash != 0 {
				at = (at + 1) & 1023
			}
			classTable[at].hash, classTable[at].class = h, uint8(class)
		}
	}
}

func classOf(hash uint32) uint8 {
	for at := hash & 1023; classTable[at].hash != 0; at = (at + 1) & 1023 {
		if classTable[at].hash == hash {
			return classTable[at].class
		}
	}
	return 0
}
