package figure

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"coranto/reading/internal/token"
)

// numeral is a number as read, tokens [from, to).
type numeral struct {
	from, to int
	value    float64
	bound    string // what its own words say: "dozens", "several hundred"
	spelled  bool
	scaled   bool // a scale word stands in it
	year     bool // four plain digits that may be a year
}

// numeral reads the number that begins at token i, in digits or words, with its
// scale.
func (r *reader) numeral(i int) (numeral, bool) {
	if i < 0 || i >= len(r.toks) || r.masked[i] {
		return numeral{}, false
	}
	if r.toks[i].Kind == token.Number {
		v, to, ok := r.digits(i)
		if !ok {
			return numeral{}, false
		}
		n := numeral{from: i, to: to, value: v}
		w := r.words[i]
		n.year = len(w) == 4 && to == i+1 && v >= 1500 && v < 2100 && v == float64(int(v))
		return r.scaled(n), true
	}
	if !r.opens(i) {
		return numeral{}, false
	}
	if e, to, ok := r.match(i, vague); ok && r.is(to, "of") {
		return numeral{from: i, to: to, value: e.value, bound: AtLeast, spelled: true, scaled: e.value >= 1e6}, true
	} else if ok && r.code != "en" {
		return numeral{from: i, to: to, value: e.value, bound: AtLeast, spelled: true}, true
	}
	if r.code != "en" {
		if e, to, ok := r.match(i, number); ok {
			return r.scaled(numeral{from: i, to: to, value: e.value, spelled: true}), true
		}
		return numeral{}, false
	}
	return r.spelled(i)
}

// opens tells whether a number in words may begin at token i.
func (r *reader) opens(i int) bool {
	for _, e := range r.entries[i] {
		if e.class == number || e.class == vague || e.class == opener {
			return true
		}
	}
	return false
}

// scaled multiplies n by the scale words behind it: "12 million", "$5bn", "two
// and a half million", "three million and a half".
func (r *reader) scaled(n numeral) numeral {
	for k := 0; k < 2; k++ {
		i := n.to
		half := false
		if k == 0 && r.is(i, "and") && r.is(i+1, "a") && r.is(i+2, "half") && r.has(i+3, scale) {
			half, i = true, i+3
		}
		if k == 0 && r.is(i, "-", "‑") && r.glued(i) && r.glued(i+1) && r.has(i+1, scale) {
			i++
		}
		e, to, ok := r.match(i, scale)
		if !ok || len(r.words[i]) == 1 && (!r.glued(i) || n.spelled) || !r.together(n.from, i) {
			return n
		}
		if e.value == 12 && !n.spelled {
			return n
		}
		if half {
			n.value += .5
		}
		n.value *= e.value
		n.to, n.scaled, n.year = to, true, false
	}
	return n
}

// spelled reads an English number in words.
func (r *reader) spelled(i int) (numeral, bool) {
	n := numeral{from: i, spelled: true}
	w := r.words[i]
	switch {
	case w == "one" && (r.is(i-1, "no") || r.is(i-1, "-") && r.is(i-2, "no", "some", "any", "every")):
		return n, false
	case w == "half" && r.is(i+1, "a") && r.has(i+2, scale):
		n.value, n.to = .5, i+2
		return r.scaled(n), true
	case w == "several" && r.has(i+1, scale):
		n.value, n.bound, n.to = 3, AtLeast, i+1
		return r.scaled(n), true
	case w == "a" && r.is(i+1, "few") && r.has(i+2, scale):
		n.value, n.bound, n.to = 3, About, i+2
		return r.scaled(n), true
	case (w == "a" || w == "an") && r.has(i+1, span):
		n.value, n.to = 1, i+1
		return n, true
	case w == "a" && r.is(i+1, "couple"):
		j := i + 2
		if r.is(j, "of") {
			j++
		}
		if !r.has(j, scale) {
			return n, false
		}
		n.value, n.bound, n.to = 2, About, j
		return r.scaled(n), true
	case w == "a" && r.has(i+1, scale):
		n.value, n.to = 1, i+1
		n = r.scaled(n)
		if r.is(n.to, "and") && r.is(n.to+1, "a") && r.is(n.to+2, "half") {
			n.value *= 1.5
			n.to += 3
		}
		return n, true
	}
	return r.counted(n)
}

// counted reads "seventeen", "twenty-five", "two hundred and ten thousand".
func (r *reader) counted(n numeral) (numeral, bool) {
	total, part, last := 0., 0., 0.
	i := n.from
	for i < len(r.toks) && i < n.from+16 && r.together(n.from, i) {
		e, to, ok := r.match(i, number)
		switch {
		case ok && (last == 0 || last >= 100 || last >= 20 && last < 100 && e.value < 10):
			part += e.value
			last = e.value
		case ok:
			return n, false // "two three"
		default:
			if e, to, ok = r.match(i, scale); !ok || last == 0 || len(r.words[i]) == 1 {
				n.to = i
				n.value = total + part
				return r.finished(n, last)
			}
			if e.value <= 100 {
				part *= e.value
			} else {
				total += part * e.value
				part = 0
			}
			last, n.scaled = max(100, e.value), true
		}
		i = to
		if r.is(i, "-") && r.glued(i) && r.glued(i+1) && (r.has(i+1, number) && last >= 20 || r.has(i+1, scale)) || r.is(i, "and") && last >= 100 && r.has(i+1, number) {
			i++
		}
	}
	n.to, n.value = i, total+part
	return r.finished(n, last)
}

func (r *reader) finished(n numeral, last float64) (numeral, bool) {
	if last == 0 || n.value < 100 && r.is(n.to, "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties") {
		return n, false // "the nineteen seventies" are years
	}
	return r.scaled(n), true
}

// digits reads the number at token i: digits of a script, grouped and divided
// as the language does it.
func (r *reader) digits(i int) (v float64, to int, ok bool) {
	var plain [48]byte
	buf, ok := western(plain[:0], r.toks[i].In(r.text))
	if !ok {
		return 0, 0, false
	}
	to = i + 1
	for to < len(r.toks) && len(buf) < 32 {
		t := r.toks[to]
		between := r.text[r.toks[to-1].End:t.Start]
		switch {
		case t.Kind == token.Number && threeDigits(t.In(r.text)) && groups(buf) && (between == "\u00a0" || between == "\u202f" || between == "\u2009" || between == " " && blankGroups[r.code]):
			buf = append(buf, ' ')
			if buf, ok = western(buf, t.In(r.text)); !ok {
				return 0, 0, false
			}
			to++
		case r.tokenised(to) && groups(buf): // "2 , 500"
			if buf, ok = western(append(buf, ' '), r.toks[to+1].In(r.text)); !ok {
				return 0, 0, false
			}
			to += 2
		case between == "" && (t.In(r.text) == "٬" || t.In(r.text) == "٫") && to+1 < len(r.toks) && r.toks[to+1].Kind == token.Number && r.glued(to+1):
			sep := byte('.')
			if t.In(r.text) == "٬" {
				sep = ' '
			}
			if buf, ok = western(append(buf, sep), r.toks[to+1].In(r.text)); !ok {
				return 0, 0, false
			}
			to += 2
		default:
			v, ok = valued(string(buf), decimalComma[r.code])
			return v, to, ok
		}
	}
	v, ok = valued(string(buf), decimalComma[r.code])
	return v, to, ok
}

// tokenised tells whether the comma of a thousand stands at token i between
// blanks, as in texts that were cut into words.
func (r *reader) tokenised(i int) bool {
	return r.is(i, ",") && r.toks[i].Gap && i+1 < len(r.toks) && r.toks[i+1].Gap && r.toks[i+1].Kind == token.Number && threeDigits(r.toks[i+1].In(r.text)) && r.together(i-1, i+1) && !decimalComma[r.code]
}

var (
	decimalComma = set("fr de es it nl pt ru uk pl cs sk sv da nb no fi tr el ro hu bg hr sr sl id vi ca")
	blankGroups  = set("fr ru uk pl cs sk sv nb no fi bg hu")
)

func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// western appends s with the digits 0 to 9 for those of other scripts.
func western(buf []byte, s string) ([]byte, bool) {
	for _, c := range s {
		switch {
		case c < utf8.RuneSelf:
			buf = append(buf, byte(c))
		case unicode.IsDigit(c):
			d := -1
			for _, zero := range []rune{0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10} {
				if c >= zero && c < zero+10 {
					d = int(c - zero)
				}
			}
			if d < 0 {
				return buf, false
			}
			buf = append(buf, byte('0'+d))
		default:
			return buf, false
		}
	}
	return buf, true
}

func threeDigits(s string) bool { return utf8.RuneCountInString(s) == 3 }

// groups tells whether b may be the first groups of a number.
func groups(b []byte) bool {
	first := 0
	for first < len(b) && b[first] != ' ' {
		if b[first] == '.' || b[first] == ',' {
			return false
		}
		first++
	}
	return first >= 1 && first <= 3
}

// valued reads digits with separators. Which of them divides the fraction is
// told by the groups, else by the language; false when neither tells.
func valued(s string, comma bool) (float64, bool) {
	point, thousands := byte('.'), byte(',')
	if comma {
		point, thousands = ',', '.'
	}
	points, commas := strings.Count(s, "."), strings.Count(s, ",")
	switch {
	case points > 0 && commas > 0:
		if strings.LastIndexByte(s, '.') > strings.LastIndexByte(s, ',') {
			point, thousands = '.', ','
		} else {
			point, thousands = ',', '.'
		}
	case points+commas > 1 && points > 0:
		point, thousands = ',', '.'
	case points+commas > 1:
		point, thousands = '.', ','
	case points == 1 && !comma && strings.HasSuffix(s, ".000") && s[0] != '0':
		point, thousands = ',', '.'
	}
	if strings.Count(s, string(point)) > 1 {
		return 0, false
	}
	whole, fraction, _ := strings.Cut(s, string(point))
	parts := strings.FieldsFunc(whole, func(c rune) bool { return c == rune(thousands) || c == ' ' })
	for i, p := range parts {
		if len(parts) == 1 {
			break
		}
		last := i == len(parts)-1
		if i > 0 && len(p) != 3 && !(len(p) == 2 && !last) || i == 0 && (len(p) > 3 || p[0] == '0') {
			return 0, false
		}
	}
	if strings.ContainsAny(fraction, ",. ") || len(s) > 24 {
		return 0, false
	}
	v, err := strconv.ParseFloat(strings.Join(parts, "")+"."+fraction+"0", 64)
	return v, err == nil
}
