package entity

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/BurntSushi/toml"

	"coranto"
)

// maxFile bounds a names file.
const maxFile = 16 << 20

// ParseNames reads a names file: TOML with the tables [[state]],
// [[organisation]], [[person]], [[place]] and [[publisher]]. It is strict: an
// unknown key, an entry without a name, a date that is none or a word outside a
// field's list is an error that names file, line and key. name is the file's,
// for errors.
func ParseNames(r io.Reader, name string) (*Names, error) {
	raw, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return nil, coranto.Errorf(coranto.Unreadable, "read names file", name, "check that the file is there and may be read", "%w", err)
	}
	if len(raw) > maxFile {
		return nil, coranto.Errorf(coranto.TooLarge, "read names file", name, "split it", "it is larger than %d MB", maxFile>>20)
	}
	var n Names
	meta, err := toml.Decode(string(raw), &n)
	if err != nil {
		var p toml.ParseError
		if errors.As(err, &p) {
			return nil, coranto.Errorf(coranto.Damaged, "read names file", fmt.Sprintf("%s:%d", name, p.Position.Line), "mend the TOML there", "%s", p.Message)
		}
		return nil, coranto.Errorf(coranto.Damaged, "read names file", name, "give each key the kind of value that it has in the documentation", "%w", err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		key := unknown[0]
		return nil, coranto.Errorf(coranto.Damaged, "read names file", fmt.Sprintf("%s:%d", name, lineOf(string(raw), key[len(key)-1])),
			"use "+allowed(key), "unknown key %q", key.String())
	}
	if where, err := n.check(); err != nil {
		subject := name
		if line := lineOfName(string(raw), where); line > 0 {
			subject = fmt.Sprintf("%s:%d", name, line)
		}
		return nil, coranto.Errorf(coranto.Damaged, "read names file", subject, "correct the entry", "%w", err)
	}
	return &n, nil
}

// allowed lists the keys that a table may hold.
func allowed(key toml.Key) string {
	tables := map[string]string{
		"state":        "name, code, official, aliases, demonyms, capital, stand_ins or names",
		"organisation": "name, aliases, state or kind",
		"person":       "name, aliases or offices (of title, state, from, to)",
		"place":        "name, aliases or state",
		"publisher":    "name, aliases, domain, country, kind, owner or state_owned",
	}
	if keys, ok := tables[key[0]]; ok && len(key) > 1 {
		return keys
	}
	return "[[state]], [[organisation]], [[person]], [[place]] or [[publisher]]"
}

// lineOf returns the 1-based line on which a key is first written.
func lineOf(text, key string) int {
	at := regexp.MustCompile(`(?m)(?:^|[\[{,.\s])"?` + regexp.QuoteMeta(key) + `"?\s*(?:=|\]|\.)`).FindStringIndex(text)
	if at == nil {
		return 1
	}
	begin := at[0]
	for begin < len(text) && text[begin] == '\n' {
		begin++
	}
	return 1 + strings.Count(text[:begin], "\n")
}

// lineOfName returns the line that holds a value as a TOML string, 0 when none.
func lineOfName(text, value string) int {
	if value == "" {
		return 0
	}
	at := strings.Index(text, `"`+value+`"`)
	if at < 0 {
		return 0
	}
	return 1 + strings.Count(text[:at], "\n")
}

var date = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d)?)?$`)

// check returns the first thing wrong, with the value to look for in the file.
func (n *Names) check() (where string, err error) {
	for i, s := range n.States {
		if strings.TrimSpace(s.Name) == "" {
			return s.Code, fmt.Errorf("[[state]] number %d has no name", i+1)
		}
	}
	for i, o := range n.Organisations {
		if strings.TrimSpace(o.Name) == "" {
			return "", fmt.Errorf("[[organisation]] number %d has no name", i+1)
		}
	}
	for i, p := range n.Persons {
		if strings.TrimSpace(p.Name) == "" {
			return "", fmt.Errorf("[[person]] number %d has no name", i+1)
		}
		for _, o := range p.Offices {
			for _, d := range []string{o.From, o.To} {
				if d != "" && !date.MatchString(d) {
					return d, fmt.Errorf("%s: %q is no date like 2024-03-01, 2024-03 or 2024", p.Name, d)
				}
			}
			if o.From != "" && o.To != "" && o.To < o.From {
				return o.To, fmt.Errorf("%s: an office ends on %s before it begins on %s", p.Name, o.To, o.From)
			}
		}
	}
	for i, p := range n.Places {
		if strings.TrimSpace(p.Name) == "" {
			return "", fmt.Errorf("[[place]] number %d has no name", i+1)
		}
	}
	for i, p := range n.Publishers {
		if strings.TrimSpace(p.Name) == "" {
			return p.Domain, fmt.Errorf("[[publisher]] number %d has no name", i+1)
		}
		if !oneOf(p.Kind, "", "newspaper", "broadcaster", "agency", "aggregator", "government", "unknown") {
			return p.Kind, fmt.Errorf("%s: kind %q is not newspaper, broadcaster, agency, aggregator or government", p.Name, p.Kind)
		}
		if !oneOf(p.StateOwned, "", "yes", "no", "unknown") {
			return p.StateOwned, fmt.Errorf("%s: state_owned %q is not yes or no", p.Name, p.StateOwned)
		}
	}
	return "", nil
}

func oneOf(s string, choices ...string) bool {
	for _, c := range choices {
		if s == c {
			return true
		}
	}
	return false
}
