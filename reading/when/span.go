package when

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// relative is a week, month or year counted from that of publication.
type relative struct {
	unit unit
	n    int
}

// span reads "la semaine prochaine", "в прошлом году", "下周" at item i.
func (f *finder) span(i int) match {
	words := ""
	found := match{}
	for k := i; k < min(len(f.items), i+3) && f.word(k) != ""; k++ {
		if k > i {
			words += " "
		}
		words += f.word(k)
		r, ok := f.words.spans[words]
		if !ok {
			continue
		}
		found = match{next: k + 1, typ: Date}
		if f.dated {
			found.value = shift(f.ref, r.unit, r.n)
		}
		if day := f.item(k + 1); r.unit == month && f.dated && day.digits > 0 && day.digits < 3 && strings.HasPrefix(f.word(k+2), "日") { // "本月20日"
			first := f.ref.AddDate(0, r.n, 1-f.ref.Day())
			if validDay(first.Year(), int(first.Month()), day.num) {
				found = match{next: k + 3, typ: Date, value: dateValue(first.Year(), int(first.Month()), day.num), until: f.item(k+2).Start + len("日")}
			}
		}
	}
	return found
}

// parted cuts the runs of Han that hold words for days, weeks, months and years:
// such text has no blanks.
func (f *finder) parted(items []item) []item {
	var out []item
	for _, it := range items {
		r, _ := utf8.DecodeRuneInString(it.word)
		if !unicode.Is(unicode.Han, r) {
			out = append(out, it)
			continue
		}
		from := 0
		for at := 0; at < len(it.word); {
			n := f.hanAt(it.word[at:])
			if n == 0 {
				_, size := utf8.DecodeRuneInString(it.word[at:])
				at += size
				continue
			}
			if at > from {
				out = append(out, it.part(from, at))
			}
			out = append(out, it.part(at, at+n))
			at += n
			from = at
		}
		if from < len(it.word) {
			out = append(out, it.part(from, len(it.word)))
		}
	}
	return out
}

// hanAt is the length of the longest such word at the beginning of s, 0 for none.
func (f *finder) hanAt(s string) int {
	n := 0
	for end := range s {
		if end > 0 && end <= len("上个星期") {
			n = max(n, f.hanWord(s[:end]))
		}
	}
	if len(s) <= len("上个星期") {
		n = max(n, f.hanWord(s))
	}
	return n
}

func (f *finder) hanWord(w string) int {
	if _, ok := f.words.spans[w]; ok {
		return len(w)
	}
	if _, ok := f.words.near[w]; ok {
		return len(w)
	}
	return 0
}

// part is a piece of an item, by its bytes.
func (it item) part(from, to int) item {
	p := it
	p.Start, p.End = it.Start+from, it.Start+to
	p.word, p.spaced = it.word[from:to], it.spaced && from == 0
	return p
}
