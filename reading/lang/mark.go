package lang

import (
	"unicode/utf8"
)

type markKind byte

const (
	none markKind = iota
	lineBreak
	stop
	blank // before anything but a small letter
)

// mark tells what begins at byte i.
func mark(text string, i int) markKind {
	switch b := text[i]; {
	case b == '\n' || b == '\r':
		return lineBreak
	case b == '.' || b == '!' || b == '?':
		return stop
	case b == ' ':
		if i+1 == len(text) || 'a' <= text[i+1] && text[i+1] <= 'z' || text[i+1] == ' ' || i > 0 && text[i-1] == ',' {
			return none
		}
		return blank
	case b == ';' && i >= 2 && (text[i-2] == 0xCE || text[i-2] == 0xCF):
		return stop // the Greek question mark
	case b < 0xC0:
		return none
	case b == 0xCD || b >= 0xD6:
		switch r, _ := utf8.DecodeRuneInString(text[i:]); r {
		case '\u2028', '\u2029':
			return lineBreak
		default:
			if isStop(r) {
				return stop
			}
		}
	}
	return none
}

func isStop(r rune) bool {
	switch r {
	case '.', '!', '?', '…', '‥', '‼', '⁇', '⁈', '⁉', '‽',
		'。', '！', '？', '｡', '．', '﹒', '﹖', '﹗',
		'؟', '۔', '։', '।', '॥', '።', '፧', '၏', '။', '។', '៕', '᠃', '\u037E':
		return true
	}
	return false
}

// unspaced stops end a sentence whether or not a blank follows.
func unspaced(r rune) bool {
	switch r {
	case '。', '！', '？', '｡', '।', '॥', '።', '။', '។', '៕', '۔', '؟':
		return true
	}
	return false
}

func isCloser(r rune) bool {
	switch r {
	case '"', '\'', '”', '’', '»', '›', ')', ']', '}', '」', '』', '）', '】', '》', '〉', '〕', '＂', '“':
		return true
	}
	return false
}

func isOpener(r rune) bool {
	switch r {
	case '"', '\'', '“', '‘', '„', '‚', '«', '‹', '(', '[', '{', '「', '『', '（', '【', '《', '〈', '¿', '¡', '`':
		return true
	}
	return false
}
