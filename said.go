package coranto

// What an article says. Everything here carries the spans it was taken from.

// Time is a date, time, duration or set named in the text, as TIMEX3 has them.
// Value is "" when it cannot be resolved.
type Time struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"` // DATE, TIME, DURATION, SET
	Value string `json:"value"`
}

// EntityType tells what an entity is. A STATE acts, a PLACE is ground: "Moscow"
// that condemns is STATE Russia, "in Moscow" is PLACE Moscow.
type EntityType string

const (
	Person       EntityType = "PERSON"
	Organisation EntityType = "ORG"
	State        EntityType = "STATE"
	Place        EntityType = "PLACE"
	Office       EntityType = "OFFICE"
	EventName    EntityType = "EVENT"
)

// Entity is somebody or something named in an article, under one canonical
// name. Mentions are names; Refs are pronouns, descriptions and demonyms.
type Entity struct {
	Name     string     `json:"name"`
	Type     EntityType `json:"type"`
	Mentions []Span     `json:"mentions"`
	Refs     []Span     `json:"refs"`
}

// ID identifies the entity across articles.
func (e Entity) ID() string { return NewID("entity", string(e.Type), e.Name) }

// Statement modes.
const (
	Direct   = "direct"
	Reported = "reported"
	Mixed    = "mixed"
)

// Statement is that somebody said something. Spans are the parts of a quotation
// split by its cue, quotation marks included; Start and End enclose them.
// Source is the whole noun phrase of the speaker as written, nil when none
// stands in the text; Speaker is the canonical name, or the description where
// nobody is named, "" where nobody is said to say it ("it is expected that"),
// which is never shown.
// Confidence, from 0 to 1, is how likely it is that these are the speaker's words.
type Statement struct {
	Speaker    string  `json:"speaker"`
	Role       string  `json:"role"`
	Cue        string  `json:"cue"`
	Mode       string  `json:"mode"`
	Text       string  `json:"text"`
	Start      int     `json:"start"`
	End        int     `json:"end"`
	Spans      []Span  `json:"spans"`
	Source     *Span   `json:"source"`
	CueSpan    *Span   `json:"cue_span"`
	Addressee  string  `json:"addressee"`
	Channel    string  `json:"channel"`
	SaidAt     string  `json:"said_at"`
	RelayedBy  string  `json:"relayed_by"`
	Fiction    bool    `json:"fiction"`
	Confidence float64 `json:"confidence"`
}

// SureAt is the confidence from which a statement is shown. Chosen on PolNeAR's
// development articles, shown lines of which were read: docs/scores.md.
const SureAt = 0.85

// Sure tells whether a statement may be shown to a reader. One that is not is
// kept all the same.
func (s Statement) Sure() bool { return s.Confidence >= SureAt }

// Event is who did what to whom, and whether it happened. Confidence, from 0 to
// 1, is how likely it is that type, actors and targets are right.
type Event struct {
	Type        string   `json:"type"`
	Verb        string   `json:"verb"`
	Actors      []string `json:"actors"`
	Targets     []string `json:"targets"`
	ActorSpans  []Span   `json:"actor_spans"`
	TargetSpans []Span   `json:"target_spans"`
	From        string   `json:"from"`
	To          string   `json:"to"`
	Where       string   `json:"where"`
	Modality    string   `json:"modality"`
	Start       int      `json:"start"`
	End         int      `json:"end"`
	Confidence  float64  `json:"confidence"`
}

// Sure tells whether an event may be shown to a reader.
func (e Event) Sure() bool { return e.Confidence >= SureAt }

// Appointment is something promised for a time. Confidence, from 0 to 1, is how
// likely it is that who, what, day and status are right.
type Appointment struct {
	Who        []string `json:"who"`
	What       string   `json:"what"`
	Where      string   `json:"where"`
	From       string   `json:"from"`
	To         string   `json:"to"`
	Status     string   `json:"status"`
	Start      int      `json:"start"`
	End        int      `json:"end"`
	Confidence float64  `json:"confidence"`
}

// Sure tells whether an appointment may be shown to a reader.
func (a Appointment) Sure() bool { return a.Confidence >= SureAt }

// Figure is a number about the world. Max is set when it is a range; What is ""
// when the text does not say beside the number what it counts. Where is the
// canonical name of the place; From and To are the first and the last day, "" for
// one that is not told ("since May" has no last). Confidence, from 0 to 1, is how
// likely it is that number, what and giver are right.
type Figure struct {
	What         string   `json:"what"`
	Value        float64  `json:"value"`
	Max          *float64 `json:"max"`
	Bound        string   `json:"bound"`
	Unit         string   `json:"unit"`
	AttributedTo string   `json:"attributed_to"`
	Where        string   `json:"where"`
	From         string   `json:"from"`
	To           string   `json:"to"`
	Start        int      `json:"start"`
	End          int      `json:"end"`
	Confidence   float64  `json:"confidence"`
}

// Sure tells whether a figure may be shown to a reader.
func (f Figure) Sure() bool { return f.Confidence >= SureAt }

// Caveat is where a text limits what it tells: "could not independently verify".
// Of are the words that it qualifies, of the same sentence or one before it; nil
// when they are not told apart.
type Caveat struct {
	Kind  string `json:"kind"`
	By    string `json:"by"`
	Of    *Span  `json:"of"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}
