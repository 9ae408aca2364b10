package split

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// cue is a set of hints at what an element is for, from its tag, role and the
// words of its class and id.
type cue uint32

const (
	cueBody       cue = 1 << iota // the article or its text
	cueRelated                    // other articles: related, recommended, most read
	cueShare                      // share rows, follow us
	cueNewsletter                 // subscription boxes
	cueComment                    // readers' comments
	cueAd                         // advertisements
	cueMenu                       // navigation
	cueFoot                       // legal lines, page foot
	cueSide                       // side columns
	cueDialog                     // pop-ups, consent, paywalls
	cueHidden                     // for screen readers and printers only
	cueCaption                    // captions
	cueCredit                     // of a picture
	cueByline                     // authors
	cueBio                        // about the author
	cueDate                       // date line
	cueTags                       // keywords
	cueTools                      // print, listen, rate, play
	cueDeck                       // standfirst
	cueKicker                     // section or slug above the headline
	cuePull                       // pull quotes
	cueEmbed                      // embedded posts
	cueBox                        // boxes beside the text
	cueKey                        // key points
)

// furniture are the cues whose elements hold none of the article's text.
const furniture = cueRelated | cueShare | cueNewsletter | cueComment | cueAd | cueMenu | cueFoot | cueSide | cueDialog | cueHidden | cueTags | cueTools | cueBio | cueBox

// why names the reason for which a cue's element was cut.
var why = []struct {
	cue  cue
	name string
}{
	{cueAd, "advertisement"}, {cueNewsletter, "newsletter"}, {cueRelated, "related articles"}, {cueShare, "share row"},
	{cueComment, "comments"}, {cueMenu, "menu"}, {cueTags, "tags"}, {cueTools, "controls"}, {cueBio, "about the author"}, {cueBox, "box"},
	{cueDialog, "dialog"}, {cueFoot, "page foot"}, {cueSide, "side column"}, {cueHidden, "hidden"}, {cuePull, "pull quote"},
	{cueEmbed, "embedded post"}, {cueByline, "byline"}, {cueDate, "date"}, {cueCaption, "caption"}, {cueCredit, "credit"}, {cueKicker, "kicker"},
}

// reason returns why elements of these cues are cut, the first that applies.
func (c cue) reason() string {
	for _, w := range why {
		if c&w.cue != 0 {
			return w.name
		}
	}
	return "furniture"
}

// cueWords says what the words in class and id attributes hint at. They are
// the words that page makers of many sites use, in the languages they use.
var cueWords = wordsOf(map[cue]string{
	cueBody: "article articlebody story storybody content contents entry post body bodytext text fulltext main maincontent artikel articulo nota noticia texte texto",
	cueRelated: `related relateds relatedposts relatedarticles relatedcontent relatedstories recommended recommendation recommendations recommend recirc recirculation readmore readnext
		trending popular mostread mostpopular mostviewed teaser teasers suggested suggestions similar upnext morefrom moreon morestories alsoread readalso seealso further latest
		topstories headlines carousel promo promos promobox promoted promotion crosslink crosslinks weiterlesen verwandt mehr relacionadas relacionados relacionado relacionada
		lire aussi tease rail linkbox linklist related-links outbox inread`,
	cueShare:      "share shares sharing sharebar shareline sharetools sharebuttons sharebox sharer social socials socialmedia socialbar socialshare follow followus sns addthis sharethis teilen compartir partager",
	cueNewsletter: "newsletter newsletters subscribe subscribebox subscription subscriptions signup optin mailinglist mailchimp abo abonnement abonnieren suscripcion subscribers",
	cueComment:    "comment comments commenting commentlist commentform disqus respond kommentar kommentare comentario comentarios commentaires replies discussion discussions",
	cueAd: `ad ads adv advert adverts advertise advertisement advertisements advertising adunit adslot adsense adbox adcontainer adwrapper adspot admanager sponsor sponsored sponsors sponsorship
		dfp gpt werbung anzeige anzeigen publicidad publicite commercial affiliate leaderboard billboard mpu skyscraper cta upsell`,
	cueMenu:    "nav navbar navigation menu menus submenu breadcrumb breadcrumbs crumbs crumb pagination pager paging masthead topbar skiplink skip sitemap navi toc pagenav",
	cueFoot:    "footer footers copyright copyrights colophon legal disclaimer imprint impressum",
	cueSide:    "sidebar sidebars sidenav aside rightcolumn rightcol leftcol rightrail widget widgets",
	cueDialog:  "modal popup popups cookie cookies consent gdpr lightbox tooltip toast dialog regwall login signin interstitial snackbar alertbox privacy cmp",
	cueHidden:  "visuallyhidden sronly screenreadertext screenreader offscreen printonly",
	cueCaption: "caption captions figcaption imagecaption legend bildunterschrift legende imgcaption",
	cueCredit:  "credit credits photocredit imagecredit photographer",
	cueByline:  "byline bylines author authors autor autoren auteur writer writers contributor contributors redakteur signature reporter journalist byliner",
	cueBio:     "bio biography authorbio aboutauthor authorbox authorinfo",
	cueDate:    "date dates datetime time timestamp published pubdate publishdate posted updated dateline datum fecha publicacion readtime readingtime",
	cueTags:    "tag tags taglist tagcloud topics keywords hashtags hashtag labels topiclist tagged categories",
	cueTools:   "tools tool toolbar toolbox print printer utility utilities actions rating ratings poll polls quiz vote voting player audioplayer bookmark bookmarks save listen button buttons btn",
	cueDeck:    "standfirst subtitle subheadline subhead subheading deck dek lede lead intro introduction summary excerpt chapo teasertext vorspann abstract sottotitolo entradilla bajada sumario description strapline",
	cueKicker:  "kicker eyebrow overline rubric rubrik slug flag supertitle dachzeile sectionlabel category section topline pretitle",
	cuePull:    "pullquote pullquotes quotebox bigquote",
	cueEmbed:   "tweet twitter instagram facebook tiktok embed embedded embeds oembed youtube",
	cueBox:     "infobox infoboxes factbox faktabox faktaboks sidebox infokasten infokader expandablebox",
	cueKey:     "keypoints highlights takeaways bullets keytakeaways summarybullets",
})

func wordsOf(m map[cue]string) map[string]cue {
	out := map[string]cue{}
	for c, words := range m {
		for _, w := range strings.Fields(words) {
			out[w] |= c
		}
	}
	return out
}

// cuesOf gathers the hints of an element's tag, role, class and id.
func (b *builder) cuesOf(n *html.Node) cue {
	var c cue
	switch n.DataAtom {
	case atom.Nav, atom.Menu:
		c = cueMenu
	case atom.Footer:
		c = cueFoot
	case atom.Aside:
		c = cueSide
	case atom.Figcaption, atom.Caption:
		c = cueCaption
	case atom.Article, atom.Main:
		c = cueBody
	case atom.Address:
		c = cueByline
	case atom.Time:
		c = cueDate
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id", "itemprop", "data-testid", "data-component", "data-type", "data-qa":
			if a.Key == "class" && hiddenToken(a.Val) {
				c |= cueHidden
			}
			if a.Val != "" {
				known, ok := b.cues[a.Val]
				if !ok {
					known = cuesIn(a.Val)
					b.cues[a.Val] = known
				}
				c |= known
			}
		case "role":
			switch a.Val {
			case "navigation", "menu", "menubar", "search":
				c |= cueMenu
			case "complementary":
				c |= cueSide
			case "contentinfo":
				c |= cueFoot
			case "dialog", "alertdialog", "alert":
				c |= cueDialog
			case "main", "article":
				c |= cueBody
			}
		case "rel":
			if strings.Contains(a.Val, "author") {
				c |= cueByline
			} else if a.Val == "tag" {
				c |= cueTags
			}
		}
	}
	return c
}

// hiddenToken tells a class list that hides its element at every width: "hidden"
// but not "hidden md:block".
func hiddenToken(class string) bool {
	if !strings.Contains(class, "hid") && !strings.Contains(class, "d-none") {
		return false
	}
	hidden := false
	for token := range strings.FieldsSeq(class) {
		switch {
		case token == "hidden", token == "is-hidden", token == "d-none", token == "hide":
			hidden = true
		case strings.ContainsAny(token, ":") && containsAny(token, ":block", ":flex", ":grid", ":inline", ":contents"), strings.HasPrefix(token, "d-") && token != "d-none":
			return false
		}
	}
	return hidden
}

// cuesIn looks the words of a class or id up, the words alone and neighbours
// joined ("read-more"). Words change at hyphens, underscores, blanks, digits and
// capitals; one as short as "ad" must stand between separators, because class
// names made by machines are full of them.
func cuesIn(s string) cue {
	var c cue
	var word, last []byte
	apart := true // the word began behind a separator
	end := func(separated bool) {
		if len(word) == 0 {
			apart = separated
			return
		}
		switch string(last) {
		case "has", "with", "without", "no": // speaks of what is inside
			last = append(last[:0], word...)
			word, apart = word[:0], separated
			return
		}
		if len(word) > 3 || apart && separated {
			c |= cueWords[string(word)]
		}
		if len(last) > 1 && len(word) > 1 {
			c |= cueWords[string(last)+string(word)]
		}
		last = append(last[:0], word...)
		word = word[:0]
		apart = separated
	}
	for i := 0; i < len(s) && i < 2000; i++ {
		ch := s[i]
		switch {
		case ch >= 'A' && ch <= 'Z':
			if i > 0 && s[i-1] >= 'a' && s[i-1] <= 'z' {
				end(false)
			}
			word = append(word, ch|0x20)
		case ch >= 'a' && ch <= 'z':
			word = append(word, ch)
		case ch >= '0' && ch <= '9':
			end(false)
			last = last[:0]
		default:
			end(true)
			if ch == ' ' {
				last = last[:0]
			}
		}
	}
	end(true)
	return c
}
