package split

// page is a page taken apart.
type page struct {
	blocks  []block // in page order
	meta    meta    // what it says of itself outside its text; nothing in a dump
	address string  // "" when unknown
	live    bool    // a running report, whose entries are no articles

	paragraphs int // of a dump

	// of HTML
	elements []element
	headline int             // block of the headline, -1 when there is none
	part     bool            // its headline is not the page's own
	prose    []int           // running sum of prose: prose[j]-prose[i] is that of blocks i..j-1
	quoted   []int           // running sum of the prose of told blocks
	stamps   map[string]bool // what has been asked of isStamp
	ownProse map[int]int     // by element: how many of its own blocks are prose
	opened   []place         // articles that stand in a row, but the page's own
	own      place           // the page's own where it stands in the row
}

// extent is a stretch of blocks: from..to-1.
type extent struct{ from, to int }

// story is where an article stands among the blocks of its page. Its head stands
// before its body, its text among the blocks from body to end-1; what may tell of
// it besides stands within from and to.
type story struct {
	of        *page // as the story sees it
	headline  int   // -1 where the page names none
	body, end int
	extent

	sure         bool  // of a dump: the headline is repeated, or stands in a frame
	root, within scope // of HTML: the elements of its text, and around all that tells of it
}

// block is a run of text that stands on lines of its own: what a browser sets
// apart, or a line of a dump that is not blank. What it looks like is told by its
// words, what it is in its article by its role; the rest is what its form of page
// knows of it.
type block struct {
	text  string // without the white space around it
	words int
	look  look
	role  role
	why   string // of what is cut
	group int    // the row of a table or the figure in which it stands with others; 0 none

	// of HTML
	elem     int  // the innermost block-level element around it
	letter   int  // bytes of text, white space and punctuation included
	linked   int  // of which inside links
	strong   int  // of which in bold type
	slant    int  // of which in italics
	pictures int  // images since the block before
	aside    cue  // those for which an element around it is furniture
	told     bool // metadata quotes it as the article's text

	// of a dump
	gap     int      // blank lines before it
	head    bool     // stands between a headline and its repetition, or again behind that
	again   bool     // is the repetition of a headline
	copied  bool     // stands again behind the repetition
	framed  bool     // is an age by its place
	titled  bool     // is a headline by its place among publisher, age and text
	credit  string   // of a caption whose credit stands below it
	entry   bool     // is the time or the heading of a live page's entry
	voices  bool     // announces what readers say
	consent bool     // belongs to a request for consent
	twin    bool     // stands again right beside it
	folded  string   // letters and digits, lower case
	bare    []string // the same without what stands behind a bar or dash and may be the site's name
	name    string   // of a stamp, who shares the line with the time
	printed string   // and the time without it
	date    string   // of a numeric date, once the page has told which number is the day
}

// time is what a stamp says of time.
func (l block) time() string {
	if l.printed != "" {
		return l.printed
	}
	return l.text
}

// printsSource tells a stamp that shares its line with a name and no writer's
// word: above a headline, the publisher.
func (l block) printsSource() bool { return l.look == stamp && l.name != "" && !isSignature(l.name) }
