package split

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/htmlindex"
)

func TestDecode(t *testing.T) {
	const (
		russian  = "Правительство Вельмарка спросит народ, оставить ли цаплю на флаге, сообщила во вторник премьер-министр."
		chinese  = "维尔马克政府明年五月将举行全民公决，决定是否保留国旗上的苍鹭图案，首相星期二在议会宣布。反对党表示将投反对票。"
		japanese = "ベルマルク政府は来年五月に、国旗のサギを残すかどうかを国民に問う。首相が火曜日に議会で明らかにした。"
		french   = "Le gouvernement demandera à son peuple s’il faut garder le héron sur le drapeau, a déclaré la Première ministre."
		greek    = "Η κυβέρνηση θα ρωτήσει τον λαό αν θα μείνει ο ερωδιός στη σημαία, είπε η πρωθυπουργός στη βουλή."
	)
	in := func(charset, s string) string {
		e, err := htmlindex.Get(charset)
		if err != nil {
			t.Fatal(err)
		}
		b, err := e.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	for _, test := range []struct {
		name, body, mediaType, text, charset string
	}{
		{"plain ASCII", "heron", "", "heron", "utf-8"},
		{"UTF-8 with a mark", "\xef\xbb\xbfhéron", "", "héron", "utf-8"},
		{"UTF-16 with a mark", "\xff\xfeh\x00\xe9\x00", "", "hé", "utf-16le"},
		{"UTF-16 without one", in("utf-16be", "The heron of Velmark"), "", "The heron of Velmark", "utf-16be"},
		{"UTF-8 labelled Latin-1", french, "text/html; charset=iso-8859-1", french, "utf-8"},
		{"labelled by the server", in("koi8-r", russian), `text/html; charset="KOI8-R"`, russian, "koi8-r"},
		{"labelled by the page", `<meta http-equiv="Content-Type" content="text/html; charset=gb2312">` + in("gbk", chinese), "", `<meta http-equiv="Content-Type" content="text/html; charset=gb2312">` + chinese, "gbk"},
		{"the server's label before the page's", `<meta charset=utf-8>` + in("windows-1251", russian), "text/html; charset=windows-1251", "<meta charset=utf-8>" + russian, "windows-1251"},
		{"a label that the bytes refute", in("windows-1251", russian), "text/html; charset=utf-8", russian, "windows-1251"},
		{"Cyrillic labelled Western", in("windows-1251", russian), "text/html; charset=windows-1252", russian, "windows-1251"},
		{"an unknown label", french, "text/html; charset=velmarkian", french, "utf-8"},
		{"no label, Russian", in("windows-1251", russian), "", russian, "windows-1251"},
		{"no label, Chinese", in("gb18030", strings.Repeat(chinese, 3)), "", strings.Repeat(chinese, 3), "gbk"},
		{"no label, Japanese", in("shift_jis", japanese), "", japanese, "shift_jis"},
		{"no label, Greek", in("iso-8859-7", strings.Repeat(greek, 2)), "", strings.Repeat(greek, 2), "iso-8859-7"},
		{"no label, French", in("windows-1252", french), "", french, "windows-1252"},
		{"seven bits", in("iso-2022-jp", japanese), "text/html; charset=iso-2022-jp", japanese, "iso-2022-jp"},
		{"a broken byte", "le h\xe9ron, l'été, la forêt, où, déjà, à", "text/html; charset=utf-8", "le h\uFFFDron, l'été, la forêt, où, déjà, à", "utf-8"},
		{"zeros and controls", "he\x00ro\x07n\u0085s\n", "", "herons\n", "utf-8"},
	} {
		t.Run(test.name, func(t *testing.T) {
			text, charset := decode([]byte(test.body), test.mediaType)
			if text != test.text || charset != test.charset {
				t.Errorf("got %s: %q\nwant %s: %q", charset, text, test.charset, test.text)
			}
		})
	}
}
