package split

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestGluedCrossheads(t *testing.T) {
	const opening = "The harbour master spoke to the captains of Vessholm on Monday about the winter. Here is what he told them:"
	const filler = " The captains listened, and some of them wrote it down, because the harbour has not been closed for eleven years and nobody remembers how it is done. The breaker lies in dock until March, and the parts have been ordered from abroad, where they are made by hand. Ships for Norrmark will unload at Halm, forty miles to the south, and from there lorries go twice a day. Two came back on Saturday with nothing and ten with cod enough for the market."
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"a name and its verb behind them", opening + "The ice decides Lindqvist said that no date had been set.'I shall look out of the window,' he said. Lorries before ships Halvard had promised forty of them, the master noted." + filler, []string{"The ice decides", "Lorries before ships"}},
		{"a word that needs no capital", opening + "Room for twelve The quay of Halm has twelve berths.'It had thirteen,' he said. Bread from the south Nobody would go hungry, the master promised." + filler, []string{"Room for twelve", "Bread from the south"}},
		{"one alone is not sure", opening + "The ice decides Lindqvist said that no date had been set." + filler, nil},
		{"a text without seams", strings.ReplaceAll(opening, "them:", "them. ") + "The ice decides Lindqvist said that no date had been set. Lorries before ships Halvard had promised." + filler, nil},
		{"names within sentences", opening + "On Friday Lindqvist said that no date had been set.'I shall look,' he said. The report by Meridian said so too. Foreign Minister Aasvik was in the room." + filler, nil},
		{"a short text", "He told them:The ice decides Lindqvist said so. Room for twelve The quay has twelve.", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, gluedCrossheads(test.text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
