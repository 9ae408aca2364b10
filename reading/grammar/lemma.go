package grammar

import (
	_ "embed"
	"strings"
)

//go:embed lemmas.txt
var lemmasFile string

// irregular holds forms by "V", "N" or "A" and the form: "V went" is "go".
var irregular = func() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(lemmasFile) {
		f := strings.Fields(line)
		if len(f) < 3 || f[0] == "#" {
			continue
		}
		for _, form := range f[2:] {
			out[f[0]+" "+form] = f[1]
		}
	}
	return out
}()

func lemma(word, fine string) string {
	w := strings.ToLower(word)
	switch fine {
	case "VBD", "VBN", "VBG", "VBZ", "VBP", "VB", "MD":
		if l, ok := irregular["V "+w]; ok {
			return l
		}
		switch {
		case fine == "VBZ":
			return plain(w)
		case (fine == "VBD" || fine == "VBN") && strings.HasSuffix(w, "ed"):
			return stem(w[:len(w)-2])
		case fine == "VBG" && strings.HasSuffix(w, "ing") && len(w) > 4:
			return stem(w[:len(w)-3])
		}
	case "NNS", "NNPS":
		if l, ok := irregular["N "+w]; ok {
			return l
		}
		return plain(w)
	}
	return w
}

// plain takes a final s from a word.
func plain(w string) string {
	switch n := len(w); {
	case n > 4 && strings.HasSuffix(w, "ies"):
		return w[:n-3] + "y"
	case n > 4 && (strings.HasSuffix(w, "sses") || strings.HasSuffix(w, "shes") || strings.HasSuffix(w, "ches") || strings.HasSuffix(w, "xes") || strings.HasSuffix(w, "zzes")):
		return w[:n-2]
	case n > 2 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is"):
		return w[:n-1]
	}
	return w
}

// stem undoes what a verb's stem went through before -ed and -ing.
func stem(s string) string {
	n := len(s)
	if n < 3 {
		if n == 2 && vowel(s[0]) && !vowel(s[1]) { // used, owed
			return s + "e"
		}
		return s
	}
	a, b, c := s[n-3], s[n-2], s[n-1]
	switch {
	case c == 'i':
		return s[:n-1] + "y"
	case b == c && !vowel(c) && c != 'l' && c != 's' && c != 'z' && c != 'f':
		return s[:n-1]
	case b == c && c == 'l' && n > 4 && (a == 'e' || a == 'o') && !strings.HasSuffix(s, "swell") && !strings.HasSuffix(s, "spell"): // expelled, patrolled
		return s[:n-1]
	case vowel(c):
		return s + suffixE(c)
	case strings.IndexByte("cvsuz", c) >= 0 && !(c == 's' && b == 's'), // force, receive, use
		c == 'g' && b != 'n' && b != 'g' || strings.HasSuffix(s, "eng") || strings.HasSuffix(s, "ang") && n > 4, // urge, charge, challenge, change
		c == 't' && strings.HasSuffix(s, "at") && n > 3 && !vowel(s[n-3]) && b == 'a',                           // violate
		c == 'l' && !vowel(b) && b != 'l' && b != 'r',                                                           // settle
		c == 'r' && b == 'i' || c == 'r' && b == 'u',                                                            // fire, injure
		c == 'n' && b == 'i' && a != 'a' && n > 3 && (a == 'm' || a == 'f' || a == 'l'),                         // determine, define
		c == 'd' && (b == 'u' || b == 'i' && n > 3 && a == 'c' || b == 'i' && a == 'v' || b == 'a' && n > 4),    // include, decide, divide, invade
		c == 't' && b == 'u':
		return s + "e"
	}
	return s
}

func suffixE(c byte) string {
	if c == 'u' || c == 'e' {
		return "e"
	}
	return ""
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
