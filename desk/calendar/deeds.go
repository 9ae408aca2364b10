package calendar

import (
	"regexp"
	"strings"
)

// deed is how papers tell that an appointment took place.
type deed struct {
	what   string // kinds of appointment
	asked  string // words of which the announcement has one; "" for any
	did    string // verbs, in the past
	nouns  string // what it is called
	who    who
	matter bool // the report shares a word of what it is about with the announcement
}

// who says how those who take part stand in the sentence.
type who int

const (
	together who = iota // one before the verb and one behind it, or two joined before it
	there               // one, and the place behind the verb
	anywhere            // one of them, or the place
)

// deeds are tried in this order; the first whose kind and words fit an
// appointment tell of it.
var deeds = compiled([]deed{
	{what: "meeting talks summit conference",
		did: `met|sat down|conferred|huddled|convened|hosted|received|welcomed|greeted|talked|spoke|negotiated|agreed|signed|clashed|shook hands|dined|came face to face|` +
			`(?:reached|struck) (?:\S+ ){0,3}?(?:deal|agreement|accord|understanding)`,
		nouns: `meetings?|talks|summit|sessions?|conference|discussions|negotiations|consultations|dinner|lunch|breakfast|reception|encounter|gathering|get-together|sit-down`},
	{what: "call",
		did:   `phoned|telephoned|spoke|talked`,
		nouns: `(?:phone |telephone |video )?(?:calls?|conversations?)|teleconference`},
	{what: "visit", who: there,
		did:   `visited|arrived|landed|flew|came|travell?ed|toured|stopped|touched down|went|paid (?:\S+ ){0,3}?visit|welcomed|received|hosted|greeted`,
		nouns: `visit|trip|tour|stay|journey`},
	{what: "vote", who: anywhere, asked: `elections?|referendum|polls|primary|primaries|caucus(?:es)?|run-?off|by-election|plebiscite|president|which (?:also )?votes|votes (?:on|in|next|[a-z]+\.? \d)`,
		did:   `voted|won|elected|re-elected|defeated|beat|lost|conceded|chose|rejected|backed|approved|went to the polls|polls closed|votes were counted|cast (?:\S+ )?(?:votes|ballots)`,
		nouns: `elections?|referendum|vote|polls|primary|primaries|caucus(?:es)?|run-?off`},
	{what: "vote", who: anywhere, matter: true,
		did:   `voted|passed|approved|rejected|adopted|blocked|defeated|killed|ratified|endorsed|backed|confirmed|cleared|failed|sank|sunk|threw out|turned down|struck down|voted down|filibustered|fell short|gave (?:\S+ ){0,2}?approval`,
		nouns: `votes?|ballot`},
	{what: "ceremony", who: anywhere, asked: `sworn|swear|inaugurat\w+|oath`,
		did: `sworn in|took (?:the|an|his|her) oath|took office|inaugurated`, nouns: `inauguration|swearing-in`},
	{what: "ceremony", asked: `sign\w*|initial`, did: `signed|initialled|put (?:their|his|her) names?`, nouns: `signing`},
	{what: "ceremony", who: anywhere, matter: true,
		did: `marked|celebrated|commemorated|opened|unveiled|buried|crowned|marched|attended`, nouns: `ceremony|funeral|parade|burial|coronation|celebrations?|commemoration|memorial`},
	{what: "other", who: anywhere, asked: `trial`, did: `stood trial|went on trial`, nouns: `trial`},
	{what: "other", who: anywhere, asked: `court|judge|hearing`, did: `appeared|pleaded|was arraigned`, nouns: `hearing|appearance`},
	{what: "other", who: anywhere, asked: `testif\w+|testimony`, did: `testified`, nouns: `testimony|hearing`},
	{what: "other", who: anywhere, asked: `verdict|sentenc\w+|ruling`, did: `convicted|acquitted|sentenced|found guilty|ruled`, nouns: `verdict|sentence|ruling`},
	{what: "other", who: anywhere, asked: `debates?`, did: `debated|sparred|clashed`, nouns: `debates?`},
	{what: "other", who: anywhere, asked: `speech|speak|address|remarks`, did: `spoke|addressed|delivered`, nouns: `speech|address|remarks`},
	{what: "other", asked: `rall(?:y|ies)`, who: anywhere, did: `rallied|campaigned|appeared`, nouns: `rall(?:y|ies)`},
	{what: "other", who: anywhere, asked: `drills?|exercises?|man(?:oe|eu)vres?`, did: `drilled|exercised`, nouns: `drills?|exercises?|man(?:oe|eu)vres?`},
})

// signs are a deed's patterns.
type signs struct {
	deed
	asked *regexp.Regexp
	did   *regexp.Regexp
	after *regexp.Regexp // its noun behind a word that looks back on it or stands in it
	held  *regexp.Regexp // a verb of holding, with its noun
	ended *regexp.Regexp // its noun before a verb that says how it went
	noun  *regexp.Regexp
}

const (
	upTo  = `(?:[^\s,.;:]+ ){0,7}?`
	went  = `ended|lasted|began|opened|started|concluded|finished|broke (?:up|down|off)|collapsed|failed|produced|yielded|went|took place|(?:was|were) (?:held|over|short|long|productive|constructive)|was (?:a|an)|came|brought|resumed|turned`
	holds = `held|had|opened|began|started|resumed|concluded|ended|finished|completed|attended|chaired|led|adjourned|broke off|cut short|walked out of|wrapped up`
	looks = `after|following|since|left|leaving|emerg(?:ed|ing) from|during|at|from|in`
)

func compiled(all []deed) []signs {
	list := make([]signs, len(all))
	for i, d := range all {
		noun := `(?:` + d.nouns + `)\b`
		list[i] = signs{d,
			regexp.MustCompile(`(?i)\b(?:` + d.asked + `)\b`),
			regexp.MustCompile(`(?i)\b(?:` + d.did + `)\b`),
			regexp.MustCompile(`(?i)\b(?:` + looks + `) ` + upTo + noun),
			regexp.MustCompile(`(?i)\b(?:` + holds + `) (?:[^\s,.;:]+ ){0,3}?` + noun),
			regexp.MustCompile(`(?i)\b` + noun + `(?: [^\s.;:]+){0,8}? (?:` + went + `)\b`),
			regexp.MustCompile(`(?i)\b` + noun)}
	}
	return list
}

// deedOf returns how papers would tell that an appointment took place, by the
// words that announced it; nil when that is not known.
func deedOf(what, announced string) *signs {
	for i := range deeds {
		d := &deeds[i]
		if hasField(d.what, family(what)) && (d.deed.asked == "" || d.asked.MatchString(announced)) {
			return d
		}
	}
	return nil
}

func hasField(list, word string) bool {
	return strings.Contains(" "+list+" ", " "+word+" ")
}
