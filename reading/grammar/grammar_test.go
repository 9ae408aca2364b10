package grammar_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"coranto"
	"coranto/reading/grammar"
	"coranto/reading/lang"
)

// TestParse asks for plain sentences of the news what anything built on the
// trees rests on: who, did what, to whom.
func TestParse(t *testing.T) {
	for _, c := range []struct {
		text string
		want string // "word <relation head" for the words that matter
	}{
		{"The police arrested two men.", "police <nsubj arrested; men <obj arrested"},
		{"Two men were arrested by the police.", "men <nsubj arrested; police <obl arrested"},
		{"The government has rejected the demand.", "government <nsubj rejected; demand <obj rejected"},
		{"The minister said that the troops attacked a village.", "minister <nsubj said; troops <nsubj attacked; attacked <ccomp said; village <obj attacked"},
		{"The president will meet the ambassador.", "president <nsubj meet; will <aux meet; ambassador <obj meet"},
		{"They didn't sign the treaty.", "They <nsubj sign; n't <advmod sign; treaty <obj sign"},
	} {
		words := map[string]string{}
		for _, tree := range grammar.Text(c.text, lang.Sentences(c.text), nil) {
			for i, w := range tree.Words {
				head := "root"
				if w.Head >= 0 {
					head = tree.Of(w.Head)
				}
				relation, _, _ := strings.Cut(w.Relation, ":")
				words[tree.Of(i)] = relation + " " + head
			}
		}
		for _, want := range strings.Split(c.want, "; ") {
			word, relation, _ := strings.Cut(want, " <")
			if words[word] != relation {
				t.Errorf("%q: %s is %q, want %q", c.text, word, words[word], relation)
			}
		}
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct {
		text  string
		units []string
		want  []string
	}{
		{"Anna's dog can't bark.", nil, []string{"Anna", "'s", "dog", "ca", "n't", "bark", "."}},
		{"Gen. Dalen won’t go…", nil, []string{"Gen.", "Dalen", "wo", "n’t", "go", "…"}},
		{"Wait... they left.", nil, []string{"Wait", "...", "they", "left", "."}},
		{"VESSHOLM (Meridian) -- Rain fell.", nil, []string{"Rain", "fell", "."}},
		{"Anna Dalen met Jan Korr on 3 May.", []string{"Anna Dalen", "Jan Korr"}, []string{"Anna Dalen", "met", "Jan Korr", "on", "3", "May", "."}},
		{"", nil, nil},
	} {
		var units []grammar.Unit
		for _, u := range c.units {
			i := strings.Index(c.text, u)
			units = append(units, grammar.Unit{Span: coranto.Span{Start: i, End: i + len(u)}, Kind: grammar.Name})
		}
		var got []string
		for _, tree := range grammar.Text(c.text, lang.Sentences(c.text), units) {
			for i := range tree.Words {
				got = append(got, tree.Of(i))
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q (-want +got)\n%s", c.text, diff)
		}
	}
}

// TestTimeAside: a day by itself comes between no verb and its object.
func TestTimeAside(t *testing.T) {
	text := "The court on Tuesday freed the editor."
	i := strings.Index(text, "Tuesday")
	tree := grammar.Text(text, lang.Sentences(text), []grammar.Unit{{Span: coranto.Span{Start: i, End: i + len("Tuesday")}, Kind: grammar.Time}})[0]
	for k, w := range tree.Words {
		if tree.Of(k) == "court" && (w.Head < 0 || tree.Of(w.Head) != "freed") || tree.Of(k) == "editor" && (w.Head < 0 || tree.Of(w.Head) != "freed") {
			t.Errorf("%s hangs on word %d, want freed", tree.Of(k), w.Head)
		}
	}
}

// FuzzText asks that words lie in their sentence in order, heads in the tree,
// and that every head leads to the root.
func FuzzText(f *testing.F) {
	for _, s := range []string{"", "A.", "The police arrested 3,000 people…", "\"He said: 'No.'\"", "ALL CAPITALS", "don’t", "مرحبا", "a-b-c-d", strings.Repeat("and so on ", 300), "\xff\xfe"} {
		f.Add(s, 0, 3)
	}
	f.Fuzz(func(t *testing.T, text string, from, to int) {
		var units []grammar.Unit
		if 0 <= from && from < to && to <= len(text) && (from == 0 || utf8.RuneStart(text[from])) {
			units = append(units, grammar.Unit{Span: coranto.Span{Start: from, End: to}, Kind: grammar.Time})
		}
		for _, tree := range grammar.Text(text, lang.Sentences(text), units) {
			end := 0
			for i, w := range tree.Words {
				if w.Start < end || w.End <= w.Start || w.End > len(text) {
					t.Fatalf("%q: word %d at %v after %d", text, i, w.Span, end)
				}
				end = w.End
				seen := 0
				for h := i; h >= 0; h = tree.Words[h].Head {
					if seen++; seen > len(tree.Words) {
						t.Fatalf("%q: the heads of word %d go round", text, i)
					}
				}
				tree.Lemma(i)
			}
		}
	})
}

func BenchmarkText(b *testing.B) {
	text := strings.Repeat("The foreign minister of Velmark met the ambassador in the capital on Monday, a spokeswoman said, "+
		"after the government had rejected a demand for talks between the two countries about the disputed border. ", 50)
	sentences := lang.Sentences(text)
	words := len(strings.Fields(text))
	grammar.Text(text, sentences, nil)
	for b.Loop() {
		grammar.Text(text, sentences, nil)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
