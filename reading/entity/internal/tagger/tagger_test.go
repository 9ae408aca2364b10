package tagger

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"coranto/reading/internal/token"
)

func cut(text string) *Text {
	toks := token.Cut(text)
	n := len(toks)
	t := &Text{Text: text, Toks: toks, Starts: make([]bool, n), Shout: make([]bool, n), Hits: make([]Hit, n)}
	for i, tok := range toks {
		t.Starts[i] = tok.Line
	}
	return t
}

func TestStretches(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"the boats of Varn Valley went home", []string{"Varn Valley"}},
		{"They met the Bank of Velmark and Orel Dask today", []string{"They", "Bank of Velmark and Orel Dask"}},
		{"at 10 Harbour Street on Pier 7 then", []string{"10 Harbour Street on Pier 7"}},
		{"nothing here", nil},
		{"Dask\nLind", []string{"Dask", "Lind"}},
		{"", nil},
	} {
		text := cut(c.text)
		var got []string
		for _, s := range Stretches(text) {
			got = append(got, c.text[text.Toks[s.From].Start:text.Toks[s.To-1].End])
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%q:\n%s", c.text, d)
		}
	}
}

// learned is a model that has been told of one text: its first stretch is a
// person, the second a place.
func learned() (*Model, *Text) {
	text := cut("then Orel Dask left for Vessholm early")
	lex := NewLexicon(map[string]uint32{"orel": Given, "porto salvino": Towns, "porto": First})
	_, keys := Features(text, lex)
	ws := Weights{}
	for s, stretch := range keys {
		for i, ks := range stretch {
			for _, k := range ks {
				if ws[k] == nil {
					ws[k] = new([Labels]float32)
				}
				ws[k][[][]int{{1, 2}, {0, 0}}[s][i]+5*s] += 1
			}
		}
	}
	return NewModel(lex, ws, [Labels][Labels]float32{}, 0.05), text
}

func TestTag(t *testing.T) {
	m, text := learned()
	got := m.Tag(text, nil)
	if len(got) != 2 || got[0].Kind != Person || got[0].From != 1 || got[0].To != 3 || got[1].Kind != Place {
		t.Errorf("%+v, want Orel Dask, a person, and Vessholm, a place", got)
	}
	for _, s := range got {
		if s.Sure < 0.9 || s.Sure > 1.0001 {
			t.Errorf("%+v: want a probability near 1", s)
		}
	}
	told := make([]bool, len(text.Toks))
	told[1], told[2] = true, true
	if got := m.Tag(text, told); len(got) != 1 || got[0].Kind != Place {
		t.Errorf("%+v, want Vessholm alone: the rest has been told", got)
	}
}

func TestParseReadsWhatBytesWrote(t *testing.T) {
	m, text := learned()
	file := m.Bytes()
	again, err := Parse(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(again.Bytes(), file) {
		t.Error("the model changes on its way through a file")
	}
	if d := cmp.Diff(m.Tag(text, nil), again.Tag(text, nil)); d != "" {
		t.Error(d)
	}
	for i := range file[:len(file)-1] {
		if _, err := Parse(file[:i]); err == nil {
			t.Fatalf("a model cut at byte %d of %d is read", i, len(file))
		}
	}
}

// Whatever the bytes: a model or an error, never a panic.
func FuzzParse(f *testing.F) {
	m, text := learned()
	f.Add(m.Bytes())
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) > 1<<16 {
			return
		}
		if m, err := Parse(b); err == nil {
			m.Tag(text, nil)
		}
	})
}
