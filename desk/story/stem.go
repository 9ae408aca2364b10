package story

import (
	"strings"
	"sync/atomic"

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
	"github.com/blevesearch/snowballstem/turkish"

	"coranto/desk/internal/words"
)

// stemmer cuts a folded word to its stem.
type stemmer func(string) string

var stemmers = map[string]func(*snowballstem.Env) bool{
	"ar": arabic.Stem, "da": danish.Stem, "nl": dutch.Stem, "en": english.Stem, "fi": finnish.Stem, "fr": french.Stem, "de": german.Stem,
	"hu": hungarian.Stem, "it": italian.Stem, "no": norwegian.Stem, "nb": norwegian.Stem, "nn": norwegian.Stem, "pt": portuguese.Stem,
	"ro": romanian.Stem, "ru": russian.Stem, "es": spanish.Stem, "sv": swedish.Stem, "tr": turkish.Stem,
}

// stemmerOf returns the stemmer of a language (BCP 47); nil where there is none.
func stemmerOf(language string) stemmer {
	stem := stemmers[base(language)]
	if stem == nil {
		return nil
	}
	return func(s string) string {
		if len(s) <= 3 {
			return s
		}
		env := snowballstem.NewEnv(s)
		stem(env)
		return env.Current()
	}
}

// Stem returns what cuts a folded word of a language (BCP 47) to its stem; a
// function that changes nothing where the language has no stemmer.
func Stem(language string) func(string) string {
	stem := stemmerOf(language)
	if stem == nil {
		return func(s string) string { return s }
	}
	language = base(language)
	return func(s string) string {
		place := &stems[inLanguage(language, s)%uint64(len(stems))]
		if k := place.Load(); k != nil && k.word == s && k.language == language {
			return k.stem
		}
		cut := stem(s)
		place.Store(&known{language, strings.Clone(s), strings.Clone(cut)})
		return cut
	}
}

// stems remembers the latest stems: most words of an article were met before.
var stems [1 << 15]atomic.Pointer[known]

type known struct{ language, word, stem string }

// rooter returns what gives a folded word of a language its root: the hash of
// its stem, as words are kept.
func rooter(language string) func(string) uint64 {
	stem := stemmerOf(language)
	if stem == nil {
		return func(s string) uint64 { return words.Hash(fieldWord, s) }
	}
	language = base(language)
	return func(s string) uint64 {
		h := inLanguage(language, s)
		place := &latest[h%uint64(len(latest))]
		if root := place.root.Load(); place.check.Load()^root == h {
			return root
		}
		root := words.Hash(fieldWord, stem(s))
		place.root.Store(root)
		place.check.Store(h ^ root)
		return root
	}
}

// latest remembers roots by the hash of the word, without words and so without
// following pointers. What is half written by another core does not check (Hyatt
// and Mann 2002, "A lockless transposition-table implementation").
var latest [1 << 15]struct{ root, check atomic.Uint64 }

// inLanguage is the hash of a word of a language.
func inLanguage(language, s string) uint64 { return words.Hash(language[0]^language[1]<<3, s) }

// base returns the language of a tag without region or script; "" for none.
func base(tag string) string {
	language, _, _ := strings.Cut(tag, "-")
	language, _, _ = strings.Cut(language, "_")
	language = strings.ToLower(language)
	if language == "und" {
		return ""
	}
	return language
}
