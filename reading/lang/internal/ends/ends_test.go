package ends

import "testing"

func TestBytes(t *testing.T) {
	m := &Model{Step: 0.25}
	m.Weights[3], m.Weights[4] = -7, 127
	got, err := Parse(m.Bytes())
	if err != nil || *got != *m {
		t.Errorf("a model written and read again is another one, error %v", err)
	}
	if _, err := Parse(m.Bytes()[:100]); err == nil {
		t.Error("a model cut short was read")
	}
}

func TestWords(t *testing.T) {
	w := NewWords("The NATO chief\nleft in 1990s, on 3 May.\u00a0“Why”")
	type look struct{ shape, tail, class uint8 }
	want := []look{{title, bare, starter}, {upper, bare, 0}, {lower, bare, 0}, {lower, bare, verb}, {lower, bare, linker}, {digits, comma, 0},
		{lower, bare, linker}, {number, bare, 0}, {title, stop, verb}, {title, closing, starter}}
	if w.Len() != len(want) {
		t.Fatalf("%d words, want %d", w.Len(), len(want))
	}
	for i, x := range w.list {
		if got := (look{x.shape, x.tail, x.class}); got != want[i] {
			t.Errorf("word %d: %v, want %v", i, got, want[i])
		}
	}
	if !w.list[3].line || w.list[4].line {
		t.Error("the fourth word begins a line, the fifth does not")
	}
}
