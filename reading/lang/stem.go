package lang

import (
	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/arabic"
	"github.com/blevesearch/snowballstem/danish"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/finnish"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/hungarian"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/norwegian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/romanian"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"
	"github.com/blevesearch/snowballstem/swedish"
	"github.com/blevesearch/snowballstem/tamil"
	"github.com/blevesearch/snowballstem/turkish"
)

type stemmer struct {
	language string
	script   string // of the words that it stems: a word of another script stays whole
	stem     func(*snowballstem.Env) bool
}

// stemmers in a fixed order: queries of unknown language try those of a word's script in turn.
var stemmers = []stemmer{
	{"en", "Latn", english.Stem}, {"fr", "Latn", french.Stem}, {"de", "Latn", german.Stem}, {"es", "Latn", spanish.Stem},
	{"it", "Latn", italian.Stem}, {"pt", "Latn", portuguese.Stem}, {"nl", "Latn", dutch.Stem}, {"sv", "Latn", swedish.Stem},
	{"da", "Latn", danish.Stem}, {"nb", "Latn", norwegian.Stem}, {"fi", "Latn", finnish.Stem}, {"hu", "Latn", hungarian.Stem},
	{"ro", "Latn", romanian.Stem}, {"tr", "Latn", turkish.Stem},
	{"ru", "Cyrl", russian.Stem}, {"ar", "Arab", arabic.Stem}, {"ta", "Taml", tamil.Stem},
}

// longestStemmed is the length in bytes beyond which a word is no word of a
// language and is not stemmed.
const longestStemmed = 64

func (s stemmer) of(word string) string {
	env := snowballstem.NewEnv(word)
	s.stem(env)
	return env.Current()
}
