package similar

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

const original = `The foreign ministers of Velmark and Kostria met in Arnsee on Tuesday to discuss the grain corridor.
They agreed to reopen two of the five crossings that were closed in March after the shooting of a border guard.
The Velmark minister, Ana Reyk, said that 340 lorries a day would pass from the first of June onwards.
Her colleague spoke of a modest step. Talks about the remaining crossings are to go on next month in the same town,
although neither side would name a day for them. Farmers on both banks of the river had blocked the roads for weeks.
Traders in the port of Selm welcomed the news, and the price of wheat fell by 4 per cent within an hour.`

const reworded = `Two border crossings between Velmark and Kostria will open again, the countries' top diplomats decided at a meeting in Arnsee.
Ms Reyk expects some 340 trucks daily once June begins. The posts had been shut since March, when a guard was shot.
Further negotiations will follow within weeks, but a date has not been set. The wheat price dropped at once,
and merchants in Selm were relieved. Protesting growers had held up traffic along the river for a long time.`

const price = `Gold opened the day at 2,310 crowns an ounce in Selm, 12 crowns above the close of the day before.
Silver stood at 29 crowns, platinum at 955 crowns and palladium at 1,020 crowns. Dealers reported quiet trade on the exchange,
with 410 contracts changing hands before noon. The crown was quoted at 1.08 to the dollar. All prices are given without tax.`

func TestFind(t *testing.T) {
	half := original[:len(original)/2]
	for _, c := range []struct {
		name, earlier, later string
		want                 bool
	}{
		{"the same text", original, original, true},
		{"other quotation marks and case", original, strings.ToUpper(original), true},
		{"only the first half", original, half, true},
		{"only the middle", original, original[200:460], true},
		{"with an editor's opening", original, "From our correspondents, who were there on the day. " + original, true},
		{"an agency's report inside one twice as long", half, half + reworded + reworded, false},
		{"in other words", original, reworded, false},
		{"another day's prices", price, strings.NewReplacer("2,310", "2,298", "12 ", "7 ", "29", "28", "955", "961", "1,020", "1,004", "410", "388", "1.08", "1.07").Replace(price), false},
		{"a few words", "Talks in Arnsee", "Talks in Arnsee", false},
		{"one sentence", "Velmark and Kostria reopen two border crossings near Arnsee", "Velmark and Kostria reopen two border crossings near Arnsee", true},
		{"nearly one sentence", "Velmark and Kostria reopen two border crossings near Arnsee", "Velmark and Kostria close two border crossings near Arnsee", false},
		{"nothing", "", "", false},
	} {
		x := New()
		x.Put("earlier", Of(c.earlier))
		m, ok := x.Find("later", Of(c.later), nil)
		if ok != c.want || ok && m.ID != "earlier" {
			t.Errorf("%s: got %v %+v, want %v", c.name, ok, m, c.want)
		}
	}
}

func TestFindEarliest(t *testing.T) {
	x := New()
	for i := range 300 {
		id := fmt.Sprint("address ", i)
		m, ok := x.Find(id, Of(original), nil)
		if i > 0 && (!ok || m.ID != "address 0") {
			t.Fatalf("%s: got %v %v, want the first", id, m.ID, ok)
		}
		x.Put(id, Of(original))
	}
	if m, ok := x.Find("address 0", Of(original), nil); ok {
		t.Errorf("the first copies %s, which came after it", m.ID)
	}
	x.Remove("address 0")
	if m, _ := x.Find("new", Of(original), nil); m.ID != "address 1" {
		t.Errorf("without the first: got %q, want the second", m.ID)
	}
}

func drawn(t *rapid.T, label string) string {
	return strings.Join(rapid.SliceOfN(rapid.StringMatching(`[a-z]{2,6}`), 0, 120).Draw(t, label), " ")
}

func TestShare(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := Of(drawn(t, "a")), Of(drawn(t, "b"))
		ab, ba := Compare(a, b), Compare(b, a)
		if ab.Contained != ba.Contains || ab.Similarity != ba.Similarity {
			t.Fatalf("not symmetric: %+v %+v", ab, ba)
		}
		for _, v := range []float64{ab.Similarity, ab.Contained, ab.Contains} {
			if v < 0 || v > 1 {
				t.Fatalf("share out of bounds: %+v", ab)
			}
		}
		if len(a.runs) > 0 && Compare(a, a).Similarity != 1 {
			t.Fatal("a text is not like itself")
		}
	})
}

// A text put again, or taken out and others left, must not change what the
// others find.
func TestIndexDependsOnContentAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOfN(rapid.SampledFrom([]string{original, reworded, price, original[:400], price + reworded}), 1, 12).Draw(t, "texts")
		gone := rapid.IntRange(0, len(texts)-1).Draw(t, "gone")
		x, y := New(), New()
		for i, s := range texts {
			x.Put(fmt.Sprint(i), Of("something else stood here at first"))
			x.Put(fmt.Sprint(i), Of(s))
			if i != gone {
				y.Put(fmt.Sprint(i), Of(s))
			}
		}
		x.Remove(fmt.Sprint(gone))
		for _, s := range []string{original, reworded, price} {
			mx, okx := x.Find("new", Of(s), nil)
			my, oky := y.Find("new", Of(s), nil)
			if mx != my || okx != oky {
				t.Fatalf("got %+v %v and %+v %v", mx, okx, my, oky)
			}
		}
		if len(x.first) != len(y.first) || len(x.several) != len(y.several) {
			t.Fatal("something is left of what was removed")
		}
	})
}

func FuzzOf(f *testing.F) {
	for _, s := range []string{"", "one", original, strings.Repeat("again and again ", 5000), "\x00\xff", "外交部长会谈"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p := Of(s)
		if len(p.runs) > maxRuns {
			t.Fatalf("%d runs kept", len(p.runs))
		}
		x := New()
		x.Put("a", p)
		if m, ok := x.Find("b", p, nil); ok != Copy(p, p, Compare(p, p)) {
			t.Fatalf("an equal text: %v %+v", ok, m)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	x := New()
	for i := range 5000 {
		x.Put(fmt.Sprint(i), Of(strings.ReplaceAll(original, "a", fmt.Sprint("a", i))))
	}
	for b.Loop() {
		x.Find("new", Of(original), nil)
	}
}
