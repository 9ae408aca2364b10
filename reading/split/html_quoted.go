package split

import (
	"unicode"
	"unicode/utf8"
)

// shingleWords is how many words in a row must agree for a text to quote
// another.
const shingleWords = 4

// findQuoted tells for every block whether the page's metadata quotes it as the
// article's text (articleBody in JSON-LD). Metadata never gives text, it only
// testifies which of the visible text is the article's.
func (p *page) findQuoted() {
	known := map[uint64]bool{}
	for _, a := range p.meta.articles {
		eachShingle(a.body, func(h uint64) { known[h] = true })
	}
	if len(known) < 20 {
		return
	}
	for i := range p.blocks {
		n, same := 0, 0
		eachShingle(p.blocks[i].text, func(h uint64) {
			n++
			if known[h] {
				same++
			}
		})
		p.blocks[i].told = n > 0 && same*10 >= n*7
	}
}

// eachShingle calls f with a hash of every four words in a row. A letter of a
// script that does not part words is a word.
func eachShingle(s string, f func(uint64)) {
	const offset, prime = 14695981039346656037, 1099511628211
	var last [shingleWords]uint64
	n := 0
	word, inside := uint64(offset), false
	end := func() {
		if !inside {
			return
		}
		last[n%shingleWords] = word
		n++
		word, inside = offset, false
		if n < shingleWords {
			return
		}
		h := uint64(offset)
		for k := n - shingleWords; k < n; k++ {
			h = (h ^ last[k%shingleWords]) * prime
			h ^= h >> 29
		}
		f(h)
	}
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case c >= 'A' && c <= 'Z':
				c |= 0x20
				fallthrough
			case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
				word, inside = (word^uint64(c))*prime, true
			default:
				end()
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch {
		case isDense(r):
			end()
			word, inside = uint64(r)*prime, true
			end()
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			word, inside = (word^uint64(r))*prime, true
		default:
			end()
		}
	}
	end()
}
