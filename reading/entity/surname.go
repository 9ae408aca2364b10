package entity

import (
	"strings"

	"coranto"
	"coranto/reading/internal/token"
)

// single is one capitalised word, perhaps a surname. record is the listed
// person whom it names by itself, from 1; titles are the roles before it.
type single struct {
	at     int
	record int32
	titled bool
	roles  []string
}

// same returns the person of that name, told from others by first and last
// name: "Ann B. Crane" and "Ann Crane" are one.
func (f *finder) same(name string) *found {
	if e := f.byKey[string(coranto.Person)+"\x00"+name]; e != nil {
		return e
	}
	words := strings.Fields(name)
	for _, e := range f.short[surnames(name)[0]] {
		other := strings.Fields(e.name)
		if len(words) > 1 && len(other) > 1 && words[0] == other[0] && words[len(words)-1] == other[len(other)-1] && (len(words) == 2 || len(other) == 2) {
			return e
		}
	}
	return f.entity(name, coranto.Person)
}

// surnames returns the words by which a person may be called alone.
func surnames(name string) []string {
	words := strings.Fields(name)
	for len(words) > 1 && isSuffix[strings.ToLower(strings.Trim(words[len(words)-1], ".,"))] {
		words = words[:len(words)-1]
	}
	out := []string{words[len(words)-1]}
	if _, last, ok := strings.Cut(out[0], "-"); ok && isParticle[strings.ToLower(out[0][:len(out[0])-len(last)-1])] {
		out = append(out, last)
	}
	if len(words) > 1 && len(words) <= 3 && familyFirst[words[0]] {
		out = append(out, words[0])
	}
	return out
}

var isSuffix = set(`jr sr ii iii iv`)

// familyFirst are family names that stand first in Chinese, Korean and
// Vietnamese names.
var familyFirst = func() map[string]bool {
	return set(`Li Wang Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Tang Deng Feng Han Cao Zeng Peng Xiao Cai Pan Tian Dong Yuan Yu Ye Jiang Du Su Wei Cheng Lu Ding Ren Shen Yao Fu Zhong Cui Tan Liao Fan Jin Shi Jia Xia Mao Qin Xi Qi Geng Hua
Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Shin Seo Kwon Hwang Ahn Song Ryu Hong Moon Nguyen Tran Le Pham Vo Dang Bui Do Ngo`)
}()

// readSingles joins surnames that stand alone to persons named in full. One
// that two persons share, and whose title does not tell, is left alone.
func (f *finder) readSingles() {
	for _, s := range f.singles {
		if f.used[s.at] {
			continue
		}
		t := f.toks[s.at]
		if t.Shape == token.Upper && !f.shout[s.at] && t.End-t.Start < 4 {
			continue
		}
		who := f.short[t.In(f.text)]
		if len(who) > 1 {
			who = byRole(who, s.roles)
		}
		switch {
		case len(who) == 1:
			f.mention(who[0], f.withArticle(s.at), s.at+1)
			f.addRoles(who[0], s.roles)
		case len(who) == 0 && s.record > 0:
			r := f.ix.records[s.record-1]
			e := f.entity(r.name, coranto.Person)
			f.mention(e, f.withArticle(s.at), s.at+1)
			f.addRoles(e, s.roles)
		case len(who) == 0 && s.titled && f.at[s.at] == 0 && t.Shape != token.Upper && !isOpener[f.lower(s.at)] && !isOrgHead[f.lower(s.at)] && !bodyWords[f.lower(s.at)] && t.End-t.Start > 2:
			if f.honoured(s.at) {
				e := f.entity(t.In(f.text), coranto.Person)
				f.mention(e, s.at, s.at+1)
				f.addRoles(e, s.roles)
			}
		}
	}
}

// withArticle returns where a surname begins with its Arabic article: "|al-Sahli".
func (f *finder) withArticle(i int) int {
	if i >= 2 && f.lower(i-1) == "-" && !f.toks[i].Gap && !f.toks[i-1].Gap && f.is(i-2, "al", "el") && !f.used[i-2] {
		return i - 2
	}
	return i
}

// honoured tells whether a title that goes with a surname alone stands before
// token i.
func (f *finder) honoured(i int) bool {
	return i > 0 && f.toks[i-1].Capital() && isHonorific[f.lower(i-1)] && f.toks[i].Gap || i > 1 && f.lower(i-1) == "." && isHonorific[f.lower(i-2)]
}

func (f *finder) addRoles(e *found, roles []string) {
	for _, r := range roles {
		if e.roles == nil {
			e.roles = map[string]bool{}
		}
		e.roles[r] = true
	}
}

func byRole(who []*found, roles []string) []*found {
	var out []*found
	for _, e := range who {
		for _, r := range roles {
			if e.roles[r] {
				out = append(out, e)
				break
			}
		}
	}
	return out
}
