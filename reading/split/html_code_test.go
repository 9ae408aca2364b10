package split

import "testing"

func TestWithoutCode(t *testing.T) {
	for _, test := range []struct{ name, page, want string }{
		{"scripts and styles", "<style>p{}</style><p>a<script>var a='</p>'</script>b", "<style></style><p>a<script></script>b"},
		{"JSON-LD stays", `<script type="application/LD+JSON">{"@type":"x"}</script>`, `<script type="application/LD+JSON">{"@type":"x"}</script>`},
		{"in any case", "<SCRIPT >x</Script >y", "<SCRIPT ></Script >y"},
		{"in an attribute", `<a title="<script>">b</a><p title=it's><script>x</script>`, `<a title="<script>">b</a><p title=it's><script></script>`},
		{"in a comment", "<!-- <script> --><p>a</p><script>b</script>", "<!-- <script> --><p>a</p><script></script>"},
		{"in a title", "<title><script></title><p>a<script>b</script>", "<title><script></title><p>a<script></script>"},
		{"never closed", "<p>a<script>b", "<p>a<script>b"},
		{"a comment in a script", "<script><!-- <script></script> --></script>a", "<script><!-- <script></script> --></script>a"},
		{"a tag that only begins like one", "<scripted>a</scripted><stylesheet>b", "<scripted>a</scripted><stylesheet>b"},
		{"an empty comment", "<!--><script>a</script>-->", "<!--><script></script>-->"},
		{"the page ends in a tag", "<p>a<scr", "<p>a<scr"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := withoutCode(test.page); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
