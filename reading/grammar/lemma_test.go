package grammar

import "testing"

func TestLemma(t *testing.T) {
	for _, c := range []struct{ word, fine, want string }{
		{"accused", "VBN", "accuse"}, {"urging", "VBG", "urge"}, {"stopped", "VBD", "stop"}, {"called", "VBD", "call"},
		{"met", "VBD", "meet"}, {"went", "VBD", "go"}, {"says", "VBZ", "say"}, {"denies", "VBZ", "deny"}, {"denied", "VBD", "deny"},
		{"attacks", "VBZ", "attack"}, {"expelled", "VBN", "expel"}, {"signed", "VBD", "sign"}, {"seized", "VBD", "seize"},
		{"talks", "NNS", "talk"}, {"countries", "NNS", "country"}, {"children", "NNS", "child"}, {"crises", "NNS", "crisis"},
		{"Troops", "NNS", "troop"}, {"embassies", "NNS", "embassy"}, {"news", "NN", "news"}, {"striking", "VBG", "strike"},
	} {
		if got := lemma(c.word, c.fine); got != c.want {
			t.Errorf("%s/%s: %q, want %q", c.word, c.fine, got, c.want)
		}
	}
}
