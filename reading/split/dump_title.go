package split

import "strings"

// The first line of many dumps is the page's title. The article that it names may
// stand far below, behind menus and teasers.

// namedByTitle returns where the headline stands that the page's first line, its
// title, names, and marks it; 0 when no line far below does, or an article stands
// before it. Menus and teasers stand between.
func namedByTitle(lines []block) int {
	if len(lines) == 0 || lines[0].words < 3 || lines[0].words > maxSentence {
		return 0
	}
	title, below := wordSet(lines[0].text), wordsBelow(lines)
	named, run, above := 0, 0, 0 // words of long paragraphs in a row, and of all
	for i := 1; i < len(lines) && run <= maxTeased; i++ {
		l := lines[i]
		switch {
		case l.look == end || l.look == other || lines[0].head && l.head:
			run = 0
			continue
		case sameHeadline(lines[0], l), !lines[0].head && above < minArticleWords && isItem(lines, i) && names(title, l.text):
			named = i
			continue
		case l.look != prose:
			run = 0
			continue
		case named > 0:
			if text := below[named]; text >= minArticleWords && text > above {
				lines[named].again = true
				return named
			}
			named = 0
		}
		above += l.words
		if l.words > maxSentence {
			run += l.words
		}
	}
	return 0
}

// names tells whether a headline in other words is of what a page's title says:
// most words of the shorter stand in the longer, and so many that it is no chance.
func names(title map[string]bool, headline string) bool {
	words := wordSet(headline)
	common := 0
	for w := range words {
		if title[w] {
			common++
		}
	}
	return common >= 4 && 10*common >= 7*min(len(words), len(title)) && 10*common >= 4*max(len(words), len(title))
}

func wordSet(text string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(text) {
		set[fold(w)] = true
	}
	return set
}

// maxTeased is how many words of long paragraphs in a row stand above a headline
// at the most, where they are not an article.
const maxTeased = 90

// wordsBelow counts for each line the words of the paragraphs below it, as far as
// no more than maxToText other lines part them.
func wordsBelow(lines []block) []int {
	below := make([]int, len(lines))
	words, parted := 0, maxToText+1
	for i := len(lines) - 1; i >= 0; i-- {
		if parted > maxToText {
			words = 0
		}
		below[i] = words
		if lines[i].look == prose {
			words += lines[i].words
			parted = 0
		} else {
			parted++
		}
	}
	return below
}
