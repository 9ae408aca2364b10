package claim

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"coranto"
)

// pointing back: a sentence that begins with one of these says nothing alone.
//
//go:embed openings.txt
var openingText string

var openings = func() map[string]bool {
	m := map[string]bool{}
	for line := range strings.Lines(openingText) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			m[line] = true
		}
	}
	return m
}()

var (
	// pronouns mean somebody named before.
	pronouns = set("he she they it his her their its them him he's she's they're it's he'd she'd")
	// leaning words, near a sentence's beginning, go on from the one before it.
	leaning = set("also then too added continued replied responded answered countered retorted agreed instead later however meanwhile nevertheless nonetheless similarly likewise again even")
)

var (
	// binding words tie a name to the noun before them.
	binding = set("of from by at for with against in")
	// unique nouns say who is meant: a story has one of each.
	unique = set("army police government military ministry parliament opposition president navy king queen")
	// common nouns are known without a word on which.
	common = set("country nation state world party president economy public future past media press internet united first last next same other right left north south east west war summer winter morning evening night weekend week month year time day moment market markets virus coronavirus pandemic law constitution death dead wounded injured border sea air street streets race campaign election vote nomination primary polls capital city region ground front end beginning")
	// bound words behind a noun say nothing of which it is.
	bound    = set("and or but is was were are has had have will would in on at by from with as when while after before because - — – -- said says")
	nowadays = set("week month year morning evening afternoon weekend spring summer autumn fall winter season day days quarter past coming time election cycle century decade")
	relative = set("who whom whose with of in from for on at that which")
	calendar = set("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sept oct nov dec")
)

const (
	nearBeginning = 6 // words in which one that leans tells
	besides       = 3 // words in which "the" needs a name to say which
)

// alone tells whether a sentence can stand without those before it; lead says
// that there are none, english that it may be held to what English shows.
func alone(sentence string, lead, english bool) bool {
	sentence = sentence[Dateline(sentence):]
	folded := strings.ToLower(strings.ReplaceAll(sentence, "’", "'"))
	f := strings.FieldsFunc(folded, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",\"“«:;", r) })
	for n := 1; n <= min(3, len(f)); n++ {
		if openings[strings.Join(f[:n], " ")] {
			return false
		}
	}
	words := strings.Fields(sentence)
	for i, w := range words[:min(4, len(words))] {
		if pronouns[strings.ReplaceAll(strings.ToLower(strings.Trim(w, ",.\"“”")), "’", "'")] {
			return false
		}
		if i > 0 && upper(w) { // somebody is named
			break
		}
	}
	if !lead && english && (leans(words) || indefinable(words) || demonstrates(words) || trailing(words)) {
		return false
	}
	if outside := unquoted(sentence); english && (own.MatchString(outside) || opinion.MatchString(outside)) {
		return false
	}
	if at := forth(sentence, 0, 48); stamp.MatchString(sentence[:at]) || glued.MatchString(sentence) || clipped.MatchString(sentence) {
		return false
	}
	// "..., he said": nobody knows who.
	return !slices.ContainsFunc([]string{" he said.", " she said.", " they said.", " he added.", " she added.", " it said.", " it added."}, func(end string) bool {
		return strings.HasSuffix(folded, end)
	})
}

func leans(words []string) bool {
	return slices.ContainsFunc(words[:min(nearBeginning, len(words))], func(w string) bool {
		return leaning[strings.ToLower(strings.Trim(w, ",.:;"))]
	})
}

// demonstrates tells whether words hold "these speeches", and none of them is
// quoted: not "this week", and not "those who".
func demonstrates(words []string) bool {
	for i, w := range words[:max(0, len(words)-1)] {
		if strings.ContainsAny(w, quoteMarks) {
			return false
		}
		next := strings.Trim(words[i+1], ".,;:")
		switch strings.ToLower(w) {
		case "these", "this":
			if !nowadays[next] && !calendar[strings.ToLower(next)] {
				return true
			}
		case "those":
			if !relative[next] {
				return true
			}
		}
	}
	return false
}

// trailing tells whether a sentence begins with a participle: "Lashing out, ...".
func trailing(words []string) bool {
	return len(words) > 1 && (strings.HasSuffix(words[0], "ing") || strings.HasSuffix(words[0], "ed")) && !upper(words[1])
}

// assumes tells whether a sentence speaks of "the criticism" and nothing in it or
// in the headline says of which.
func assumes(sentence, headline string) bool {
	words, head := strings.Fields(unquoted(sentence)), strings.ToLower(headline)
	for i := 1; i < len(words); i++ {
		noun := strings.TrimSuffix(strings.TrimRight(words[i], ",;:."), "’s")
		if words[i-1] != "the" || upper(noun) || common[noun] || unique[noun] || strings.Contains(head, noun) {
			continue
		}
		bare := noun != words[i] || i+1 == len(words) || bound[words[i+1]]
		if bare && !slices.ContainsFunc(words[:i-1], func(w string) bool { return strings.HasPrefix(strings.ToLower(w), noun) }) {
			return true
		}
	}
	return false
}

// indefinable tells whether a sentence begins with "the" and a common noun, and
// no name beside it or behind a preposition says which: "The scene in the movie".
func indefinable(words []string) bool {
	if len(words) < 2 || words[0] != "The" || upper(words[1]) || unique[words[1]] {
		return false
	}
	end := 1 + besides
	for i := 1; i < min(end, len(words)); i++ {
		if binding[words[i]] {
			end = i + 1 + besides
		}
		if upper(words[i]) && !calendar[strings.ToLower(strings.Trim(words[i], ".,"))] {
			return false
		}
	}
	return true
}

var (
	// opinion is the writer's judgement, where nobody is told to have it.
	opinion = regexp.MustCompile(`(?i)\b(?:unfortunately|sadly|thankfully|shamefully?|disgraceful(?:ly)?|mendacious|dishonest|outrageous|hypocri(?:sy|te|tical)|savage(?:st)?|ridiculous|of course|let['’]s|surely|frankly|hopefully|(?:is|was|are|were) (?:right|wrong) to|epic|needless to say|worth (?:remembering|noting|recalling)|make no mistake)\b`)
	// stamp is what a page prints above an article: a clock, a date with its year.
	stamp = regexp.MustCompile(`\d{1,2} ?[:.] ?\d\d ?(?:[AaPp]\.?[Mm]|[A-Z]{2,4}\b|,|\|)|^(?:\w+ ){0,2}(?:[A-Z]\w+ ?,? )?(?:[A-Z]\w+\.? \d{1,2}|\d{1,2} [A-Z]\w+) ?,? \d{4} [A-Z]`)
	// glued is a headline and a first sentence with no stop between them.
	glued = regexp.MustCompile(`[\p{L}\d] (?:A|An|The) \p{Ll}`)
	// clipped is a sentence that was ended behind an abbreviation.
	clipped = regexp.MustCompile(`\b(?:Sgt|Lt|Capt|Col|Gen|Det|Mt|Dr|Mr|Mrs|Ms|Gov|Sen|Rep|St|No|Nos|vs|v|Jan|Feb|Aug|Sept|Oct|Nov|Dec) ?\.$`)
	heOrShe = regexp.MustCompile(`(?i)\b(?:he|she|his|her)\b`)
)

// unnamed tells whether "he" or "she" comes in a sentence before anybody is
// named.
func unnamed(a *coranto.Article, span coranto.Span) bool {
	at := heOrShe.FindStringIndex(span.In(a.Text))
	if at == nil || base(a.Language) != "en" {
		return false
	}
	for i := range a.Entities {
		if a.Entities[i].Type != coranto.Person {
			continue
		}
		for _, m := range a.Entities[i].Mentions {
			if span.Start <= m.Start && m.Start < span.Start+at[0] {
				return false
			}
		}
	}
	return true
}

// backward tells whether a sentence opens with words that stand for somebody
// named before: "The player was taken to hospital".
func backward(a *coranto.Article, span coranto.Span) bool {
	for i := range a.Entities {
		for _, r := range a.Entities[i].Refs {
			if r.Start < span.Start || r.Start > span.Start+4 {
				continue
			}
			words := strings.TrimPrefix(strings.TrimPrefix(r.In(a.Text), "The "), "the ")
			if words != "" && !upper(words) {
				return true
			}
		}
	}
	return false
}

// titled tells whether a sentence begins with the article's headline, as where a
// page runs the two together.
func titled(a *coranto.Article, sentence string) bool {
	head := strings.Join(strings.Fields(a.Headline), " ")
	return len(head) > 20 && len(sentence) > len(head)+5 && strings.HasPrefix(sentence, head)
}

// quotation tells whether a sentence begins with somebody's words, or holds a
// quotation mark without its other half.
func quotation(s string) bool {
	return !balanced(s) || slices.ContainsFunc([]string{"“", "\"", "«", "``", "''", "'I ", "'I'm "}, func(mark string) bool { return strings.HasPrefix(s, mark) })
}

// balanced tells whether each quotation mark of a sentence has its other half.
func balanced(s string) bool {
	return strings.Count(s, "“") == strings.Count(s, "”") && strings.Count(s, "\"")%2 == 0 && strings.Count(s, "«") == strings.Count(s, "»")
}

// speaks tells whether a telling's sentence may be a key point. It is asked often
// and found once.
func (c *Claims) speaks(t *Telling) bool {
	k := at{t.Item, t.N}
	may, known := c.may[k]
	if !known {
		may = c.maySpeak(t)
		c.may[k] = may
	}
	return may
}

func (c *Claims) maySpeak(t *Telling) bool {
	it := &c.Items[t.Item]
	a := it.Article
	of := &c.texts[t.Item]
	if !c.own[t.Item] || of.voiced || t.N < of.lead || t.Span.Len() < shortest || t.Span.Len() > longest || len(t.value.terms) < 6 {
		return false
	}
	switch a.Kind {
	case coranto.Opinion, coranto.Interview, coranto.Briefing:
		return false
	}
	words := strings.TrimSpace(t.Span.In(a.Text))
	english := base(a.Language) == "en"
	last := words[len(words)-1]
	if strings.HasSuffix(words, "?") || strings.HasSuffix(words, "!") || strings.Contains(words, "\n") || strings.Contains(words, "...") || strings.HasSuffix(words, "…") ||
		english && !strings.ContainsRune(".!\"'", rune(last)) && !strings.HasSuffix(words, "”") && !strings.HasSuffix(words, "’") {
		return false
	}
	if quotation(words) || !alone(words, t.N == of.lead, english) || backward(a, t.Span) || unnamed(a, t.Span) || titled(a, words) || english && !upper(strings.TrimLeft(words, "“\"«'‘")) {
		return false
	}
	if inQuotation(a, t.Span) {
		return false
	}
	for _, d := range a.Damaged {
		if d.Overlaps(t.Span) {
			return false
		}
	}
	return !c.overtaken(t)
}

// inQuotation tells whether a sentence is one of several that are somebody's
// words, and has no marks of its own.
func inQuotation(a *coranto.Article, span coranto.Span) bool {
	return slices.ContainsFunc(a.Statements, func(s coranto.Statement) bool {
		return s.Mode != coranto.Reported && slices.ContainsFunc(s.Spans, func(q coranto.Span) bool { return q.Start < span.Start && span.End <= q.End })
	})
}
