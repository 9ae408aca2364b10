package story

import "unicode"

// Names are written in several scripts: Темиров, Temirov; Мурджан, Murjan, مرجان.
// What stays is, roughly, the order of their consonants (after Russell's Soundex,
// 1918, for scripts in the place of spellings).

const (
	leastSound = 3 // consonants; fewer tell no name
	mostSound  = 10
)

// consonants gives letters the class of their sound; vowels and breaths have none.
var consonants = func() (out [0x700]byte) { // Latin to Arabic
	for class, letters := range map[byte]string{
		'B': "bpбпبپβπבפ", 'F': "fvwфвفφו", 'T': "tтتطτתט", 'D': "dдدضδד", 'K': "kqcgxкгхґقكغخگκγχξקגחכ",
		'J': "jжجژђџ", 'S': "szцсзшщчصسزشظثذچσςζθסזשצ", 'L': "lлلλל", 'M': "mмمμמם", 'N': "nнنνנן", 'R': "rрرρר",
	} {
		for _, r := range letters {
			out[r] = class
		}
	}
	return out
}()

// sound returns the consonants of a folded word in one notation for several
// scripts; "" for fewer than leastSound.
func sound(w string) string {
	buf := make([]byte, 0, mostSound)
	put := func(class byte) {
		if len(buf) < mostSound {
			buf = append(buf, class)
		}
	}
	rs := []rune(w)
	for i := 0; i < len(rs); i++ {
		next := rune(0)
		if i+1 < len(rs) {
			next = rs[i+1]
		}
		class := byte(0)
		if rs[i] < rune(len(consonants)) {
			class = consonants[rs[i]]
		}
		switch r := rs[i]; {
		case r == next:
			continue // one of two
		case next == 'h' && (r == 's' || r == 'c'):
			class = 'S'
			i++
		case next == 'h' && r == 'p':
			class = 'F'
			i++
		case next == 'h' && r == 'z':
			class = 'J'
			i++
		case r == 'c' && (next == 'e' || next == 'i' || next == 'y'):
			class = 'S'
		case r == 's' && next == 'c' && i+2 < len(rs) && rs[i+2] == 'h':
			class = 'S'
			i += 2
		case r == 'д' && next == 'ж' || r == 'd' && next == 'j':
			class = 'J'
			i++
		case r == 't' && next == 's' || r == 'c' && next == 'k':
			continue // heard with what follows
		}
		if class != 0 {
			put(class)
		}
	}
	if len(buf) < leastSound {
		return ""
	}
	return string(buf)
}

// caseless tells whether a word is of a script without capitals.
func caseless(w string) bool {
	for _, r := range w {
		return unicode.IsLetter(r) && !unicode.IsLower(r) && !unicode.IsUpper(r)
	}
	return false
}
