package story

import (
	"testing"

	"coranto/desk/internal/words"
)

func TestSound(t *testing.T) {
	for _, same := range [][]string{
		{"Temirov", "Темиров", "Temirow"},
		{"Dushanbe", "Duschanbe", "Душанбе"},
		{"Kashgar", "Кашгар"},
		{"Murjan", "مرجان"},
		{"Lviv", "Львов"},
		{"Zhilgan", "Жильган"},
	} {
		want := sound(words.Fold(same[0]))
		for _, name := range same[1:] {
			if got := sound(words.Fold(name)); got != want || got == "" {
				t.Errorf("%s sounds %q, %s %q", same[0], want, name, got)
			}
		}
	}
	for _, other := range [][2]string{{"Selm", "Tarn"}, {"Orda", "Ost"}, {"Reyk", "Dolan"}} {
		if a, b := sound(words.Fold(other[0])), sound(words.Fold(other[1])); a == b && a != "" {
			t.Errorf("%s and %s both sound %q", other[0], other[1], a)
		}
	}
}
