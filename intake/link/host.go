package link

import (
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/idna"
	"golang.org/x/net/publicsuffix"
)

// names maps a host's letters to those of the domain name system.
var names = idna.New(idna.MapForLookup(), idna.Transitional(false), idna.BidiRule())

// hostOf returns the host that stands for all editions of a site, with its port
// where that is not the scheme's own; false for what is no host.
func hostOf(u *url.URL) (string, bool) {
	host, ok := domain(u.Hostname())
	if ip, err := netip.ParseAddr(u.Hostname()); err == nil {
		host, ok = ip.String(), ip.Zone() == ""
		if ip.Is6() {
			host = "[" + host + "]"
		}
	}
	if !ok || u.Port() == "" {
		return host, ok
	}
	port, err := strconv.ParseUint(u.Port(), 10, 16)
	if err != nil || port == 0 {
		return "", false
	}
	if u.Scheme == "http" && port != 80 || u.Scheme == "https" && port != 443 {
		host += ":" + strconv.FormatUint(port, 10)
	}
	return host, true
}

// domain returns the ASCII form of a domain name, without "www." and without
// the labels of mobile and AMP editions.
func domain(host string) (string, bool) {
	host = strings.TrimSuffix(host, ".")
	if ascii(host) {
		host = strings.ToLower(host)
	} else {
		var err error
		if host, err = names.ToASCII(host); err != nil {
			return "", false
		}
	}
	labels := strings.Split(host, ".")
	if len(host) > 253 || slices.ContainsFunc(labels, func(l string) bool { return !isLabel(l) }) {
		return "", false
	}
	registered, err := publicsuffix.EffectiveTLDPlusOne(host)
	if err != nil {
		return host, true
	}
	// Only what its owner put before the registered name may be left out: m.fr
	// is a site, m.courier.fr an edition of one.
	before := labels[:len(labels)-1-strings.Count(registered, ".")]
	before = slices.DeleteFunc(before, func(l string) bool { return l == "m" || l == "mobile" || l == "amp" })
	if len(before) > 0 && before[0] == "www" {
		before = before[1:]
	}
	return strings.Join(append(slices.Clone(before), registered), "."), true
}

func ascii(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 })
}

func isLabel(s string) bool {
	return s != "" && len(s) <= 63 && !strings.ContainsFunc(s, func(r rune) bool {
		return !('a' <= r && r <= 'z' || '0' <= r && r <= '9' || r == '-' || r == '_')
	})
}
