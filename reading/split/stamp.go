package split

import (
	"regexp"
	"strings"
	"time"
	"unicode"

	"coranto"
	"coranto/reading/when"
)

// stampLine is one date or age on a line: "Updated 07 October 2024" has the label
// "updated" and is printed "07 October 2024".
type stampLine struct {
	label   string // "updated", "published" or ""
	printed string
	date    string // "" for an age
	isAge   bool
	source  string // "Source: Name" behind it
	whole   string // with its label
}

// isStamp tells a line of dates and ages. Ages without a figure ("an hour ago")
// are short; trying the words of thirty languages on every line would be slow.
func isStamp(text string) bool {
	if len(text) >= 120 {
		return false
	}
	if words := countWords(text); words > 16 || words > 5 && !strings.ContainsFunc(text, unicode.IsDigit) {
		return false
	}
	return tellsTime(text) && len(readStamps(text)) > 0
}

// tellsTime tells whether some word of a line may be one of a date or an age.
func tellsTime(text string) bool {
	for w := range strings.FieldsSeq(text) {
		if when.Word(w) {
			return true
		}
	}
	return false
}

// cutSource parts "Source: Name" from the end of a line.
func cutSource(text string) (rest, source string) {
	for word := range vocabularies["source"].exact {
		i := strings.Index(strings.ToLower(text), word)
		if i <= 0 || i >= len(text) || len(strings.ToLower(text)) != len(text) {
			continue
		}
		if name, ok := vocabularies["source"].label(text[i:]); ok && name != "" {
			return strings.TrimRight(text[:i], " |·•—-"), name
		}
	}
	return text, ""
}

// readStamps reads a line that holds nothing but dates and ages, with or without
// labels, parted by bars or dots; none when anything else stands on it.
func readStamps(text string) []stampLine {
	if s, ok := readStamp(text); ok {
		return []stampLine{s}
	}
	if rest, source := cutSource(text); source != "" {
		if s, ok := readStamp(rest); ok {
			s.source = source
			return []stampLine{s}
		}
	}
	parts := strings.FieldsFunc(strings.ReplaceAll(text, " / ", "|"), func(r rune) bool { return strings.ContainsRune("|·•—", r) })
	if len(parts) < 2 {
		return nil
	}
	var stamps []stampLine
	for _, part := range parts {
		part = strings.TrimSpace(part)
		s, ok := readStamp(part)
		switch {
		case ok && (!s.isAge || strings.ContainsFunc(part, unicode.IsDigit) || countWords(part) > 2): // "Now" is a section here
			stamps = append(stamps, s)
		case clock.MatchString(part), isAgency(part), isPaper(part) && countWords(part) <= 4:
		default:
			return nil
		}
	}
	return stamps
}

// clock matches a time of day with its zone: "10:30 AM EDT".
var clock = regexp.MustCompile(`^\d{1,2}[:.][0-5]\d( ?[aApP]\.?[mM]\.?)?( \(?\pL{2,4}\)?)?$`)

// isClock tells a time of day standing alone, as over an entry of a live page:
// "21:40", "9.05 pm", "21:40 CET".
func isClock(s string) bool {
	if s == "00:00" || s == "0:00" || !clock.MatchString(s) || !strings.Contains(s, ":") && !strings.Contains(s, " ") {
		return false // the beginning of a film
	}
	return minutes(s) < 24*60
}

// minutes reads a time of day as minutes from midnight.
func minutes(s string) int {
	n, hours := 0, -1
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			n = 10*n + int(r-'0')
		case hours < 0:
			hours, n = n, 0
		}
	}
	if lowered := strings.ToLower(s); hours < 12 && strings.Contains(lowered, "p") {
		hours += 12
	}
	return 60*hours + n
}

// saysAge tells a line that says how long ago and nothing else.
func saysAge(text string) bool {
	s := readStamps(text)
	return len(s) == 1 && s[0].isAge
}

func readStamp(text string) (stampLine, bool) {
	var s stampLine
	s.printed, s.whole = text, text
	for _, label := range []string{"updated", "published"} {
		if rest, ok := vocabularies[label].label(text); ok {
			s.label, s.printed = label, rest
			break
		}
	}
	if s.printed == "" {
		return s, false
	}
	if date, ok := when.ParsePrinted(s.printed); ok {
		s.date = date
		return s, true
	}
	if _, _, ok := when.AgeToDate(s.printed, anyMoment); ok {
		s.isAge = true
		return s, true
	}
	return s, looksNumericDate(s.printed)
}

// anyMoment stands in for the time of fetching where only the form of an age
// matters.
var anyMoment = time.Date(2000, 1, 2, 3, 4, 5, 0, time.UTC)

// dating is the interval that a stamp tells, nil for an age of unknown origin.
func (s stampLine) dating(fetched time.Time) *coranto.Dating {
	if s.date != "" {
		return &coranto.Dating{From: s.date, To: s.date, Basis: coranto.Stated, Evidence: s.whole}
	}
	if fetched.IsZero() {
		return nil
	}
	from, to, ok := when.AgeToDate(s.printed, fetched)
	if !ok {
		return nil
	}
	return &coranto.Dating{From: from, To: to, Basis: coranto.Relative, Evidence: s.whole}
}

// maxSigned bounds the words of a line of names and a time.
const maxSigned = 20

// cutSigned parts a line that holds a name and a time, whatever stands between:
// "By Name Name 15 March 2025", "The Paper 3 hours ago", "15 March 2025 By Name",
// "3 hours ago · The Paper". It is ok for names in the form of names only; a headline in title case
// that ends in a date has that form too.
func cutSigned(text string) (name, printed string, ok bool) {
	words := strings.Fields(text)
	if len(words) < 2 || len(words) > maxSigned || len(text) > 200 || len(words) > 8 && !strings.ContainsFunc(text, unicode.IsDigit) {
		return "", "", false
	}
	opens := beginsTime(words[0])
	for i, tries := 1, 0; i < len(words); i++ {
		if tries < 3 && beginsTime(words[i]) {
			name, printed = trimMarks(strings.Join(words[:i], " ")), trimMarks(strings.Join(words[i:], " "))
			parted := i+1 < len(words) || trimMarks(words[i-1]) != words[i-1] // "The Paper Today" is but a name
			if parted && unicode.IsLetter(firstRune(name)) {
				if tries++; isStamp(printed) {
					return name, printed, isSignature(name) || looksLikeName(name)
				}
			}
		}
		if opens && (isMark(words[i]) || vocabularies["byline"].exact[strings.ToLower(strings.TrimRight(words[i], ":"))]) {
			printed, name = trimMarks(strings.Join(words[:i], " ")), trimMarks(strings.Join(words[i:], " "))
			if isStamp(printed) && (isSignature(name) || isMark(words[i]) && looksLikeName(name)) {
				return name, printed, true
			}
		}
	}
	return "", "", false
}

// beginsTime tells a word with which a date or an age may begin, or its label.
func beginsTime(word string) bool {
	bare := trimMarks(word)
	return when.Word(bare) || labelWords[strings.ToLower(bare)]
}

// labelWords are the first words of the labels of times.
var labelWords = func() map[string]bool {
	first := map[string]bool{}
	for _, label := range []string{"updated", "published"} {
		for entry := range vocabularies[label].exact {
			word, _, _ := strings.Cut(entry, " ")
			first[word] = true
		}
	}
	return first
}()

// isSignature is isByline beside a time, where names without capitals are names.
func isSignature(s string) bool {
	rest, ok := vocabularies["byline"].label(s)
	return ok && rest != "" && (isByline(s) || countWords(rest) <= 5 && !strings.ContainsFunc(rest, unicode.IsDigit))
}

// isMark tells a dash, stroke or dot that parts what stands on one line.
func isMark(word string) bool { return trimMarks(word) == "" }

func trimMarks(s string) string { return strings.Trim(s, " ,;|·•/-–—:") }

// looksLikeName tells up to six words without a figure, all with capitals but
// for the small ones, as persons and papers are named.
func looksLikeName(s string) bool {
	words := strings.Fields(s)
	if len(words) > 8 || countWords(s) > 6 || lastMark(s) != 0 || strings.ContainsAny(s, ":;?!") {
		return false
	}
	for i, w := range words {
		r := firstRune(w)
		particle, _, _ := strings.Cut(w, "-")
		if unicode.IsDigit(r) || unicode.IsLower(r) && (i == 0 || len(w) > 4 && !nameParticles[particle]) {
			return false
		}
	}
	return true
}
