package sqlite

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"coranto"
	"coranto/archive"
	"coranto/archive/archivetest"

	"github.com/google/go-cmp/cmp"
)

func TestContract(t *testing.T) {
	archivetest.Run(t, func(t *testing.T) archivetest.Store { return openTemp(t) })
}

func openTemp(t *testing.T) *Archive { return openIn(t, t.TempDir()) }

func openIn(t *testing.T, dir string) *Archive {
	t.Helper()
	a, err := Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	})
	return a
}

func dump(t *testing.T, a *Archive) string {
	t.Helper()
	var b bytes.Buffer
	if err := a.Dump(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// fileSome accepts n pages and files an article from each. Random words do not
// pack well, so that this takes room.
func fileSome(t *testing.T, a *Archive, n int) error {
	t.Helper()
	made := newMaker()
	var pages []coranto.Page
	var filed []archive.Filed
	for i := range n {
		f := made.article(i)
		filed = append(filed, f)
		pages = append(pages, coranto.Page{Name: f.Article.Page, Form: coranto.Plain, Body: []byte(f.Article.Text)})
	}
	accepted, err := a.Accept(t.Context(), pages)
	if err != nil {
		return err
	}
	var results []archive.Result
	for i, f := range filed {
		results = append(results, archive.Result{
			Outcome: archive.Outcome{Seq: accepted[i].Seq, Status: archive.Read, Articles: 1, Maker: 1}, Articles: []archive.Filed{f},
		})
	}
	return a.File(t.Context(), results)
}

// wantError checks the kind, and that the error tells people where and what to
// do.
func wantError(t *testing.T, err error, kind coranto.Kind, subject string) {
	t.Helper()
	var e *coranto.Error
	if !errors.As(err, &e) {
		t.Fatalf("got %v, want an error of kind %q", err, kind)
	}
	if e.Kind != kind || !strings.HasPrefix(e.Subject, subject) || e.Hint == "" || e.Op == "" {
		t.Errorf("got kind %q, subject %q, hint %q (%v), want %q of %s", e.Kind, e.Subject, e.Hint, err, kind, subject)
	}
}

func TestReopen(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a folder", "that is % not? there #yet")
	first, err := Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := fileSome(t, first, 3); err != nil {
		t.Fatal(err)
	}
	want := dump(t, first)
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := first.Counts(t.Context()); err == nil {
		t.Error("a closed archive still answers")
	}
	again, err := OpenExisting(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if diff := cmp.Diff(want, dump(t, again)); diff != "" {
		t.Errorf("reopened (-want +got):\n%s", diff)
	}
}

func TestOpenExisting(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "none")
	_, err := OpenExisting(t.Context(), dir)
	wantError(t, err, coranto.NotFound, dir)
	if _, err := os.Stat(dir); err == nil {
		t.Error("the folder was made")
	}
}

func TestOpenTwice(t *testing.T) {
	dir := t.TempDir()
	a, err := Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	_, err = Open(t.Context(), dir)
	wantError(t, err, coranto.Busy, dir)
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	openIn(t, dir)
}

func TestOpenRefuses(t *testing.T) {
	for _, c := range []struct {
		name string
		lay  func(t *testing.T, dir string)
		kind coranto.Kind
	}{
		{"a file that is no database", func(t *testing.T, dir string) {
			write(t, filepath.Join(dir, fileName), bytes.Repeat([]byte("no database "), 1000))
		}, coranto.Damaged},
		{"a database cut short", func(t *testing.T, dir string) {
			a, err := Open(t.Context(), dir)
			if err != nil {
				t.Fatal(err)
			}
			a.Close()
			if err := os.Truncate(a.path, 3*8192+100); err != nil {
				t.Fatal(err)
			}
		}, coranto.Damaged},
		{"a database of a newer program", func(t *testing.T, dir string) {
			a, err := Open(t.Context(), dir)
			if err != nil {
				t.Fatal(err)
			}
			a.Close()
			alter(t, a.path, `INSERT INTO goose_db_version (version_id, is_applied) VALUES (999, 1)`)
		}, coranto.Unsupported},
		{"a folder in the file's place", func(t *testing.T, dir string) {
			if err := os.Mkdir(filepath.Join(dir, fileName), 0o700); err != nil {
				t.Fatal(err)
			}
		}, coranto.Unreadable},
		{"a file in the folder's place", func(t *testing.T, dir string) {
			if err := os.Remove(dir); err != nil {
				t.Fatal(err)
			}
			write(t, dir, nil)
		}, coranto.Unreadable},
		{"a folder that may not be written", func(t *testing.T, dir string) {
			if os.Geteuid() == 0 {
				t.Skip("the superuser may write anywhere")
			}
			if err := os.Chmod(dir, 0o500); err != nil {
				t.Fatal(err)
			}
		}, coranto.Unreadable},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "data")
			if err := os.Mkdir(dir, 0o700); err != nil {
				t.Fatal(err)
			}
			c.lay(t, dir)
			_, err := Open(t.Context(), dir)
			wantError(t, err, c.kind, dir)
			t.Log(err)
		})
	}
}

func write(t *testing.T, path string, b []byte) {
	t.Helper()
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

// alter changes a closed archive behind its back.
func alter(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", dsn(path, readerCache))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
}

func TestCheckFinds(t *testing.T) {
	for _, c := range []struct{ what, statement string }{
		{"a page neither read nor queued", `DELETE FROM outcomes WHERE page = 1`},
		{"a miscounted story", `UPDATE stories SET articles = articles + 1 WHERE n = 1`},
		{"a wrong total", `UPDATE totals SET n = 7 WHERE what = 'failed'`},
		{"a missing version", `DELETE FROM versions WHERE n = 2`},
		{"an article without its story", `DELETE FROM stories WHERE n = 1`},
		{"a broken search index", `DELETE FROM search_data WHERE id = 10`},
	} {
		t.Run(c.what, func(t *testing.T) {
			dir := t.TempDir()
			a, err := Open(t.Context(), dir)
			if err != nil {
				t.Fatal(err)
			}
			if err := fileSome(t, a, 3); err != nil {
				t.Fatal(err)
			}
			a.Close()
			alter(t, a.path, c.statement)
			err = openIn(t, dir).Check(t.Context())
			wantError(t, err, coranto.Damaged, dir)
		})
	}
}

func TestBrokenDocuments(t *testing.T) {
	for _, c := range []struct{ what, statement string }{
		{"no zstd", `UPDATE pages SET body = x'00112233'; UPDATE versions SET document = x'00112233'`},
		// A frame that says it holds 1 GiB.
		{"a bomb", `UPDATE pages SET body = x'28b52ffda000000040020000'; UPDATE versions SET document = x'28b52ffda000000040020000'`},
	} {
		dir := t.TempDir()
		a, err := Open(t.Context(), dir)
		if err != nil {
			t.Fatal(err)
		}
		if err := fileSome(t, a, 1); err != nil {
			t.Fatal(err)
		}
		a.Close()
		alter(t, a.path, c.statement)
		a = openIn(t, dir)
		article := newMaker().article(0)
		_, err = a.Article(t.Context(), article.Article.ID, 0)
		wantError(t, err, coranto.Damaged, "")
		_, err = a.Original(t.Context(), coranto.Page{Name: article.Article.Page, Form: coranto.Plain, Body: []byte(article.Article.Text)}.ID())
		wantError(t, err, coranto.Damaged, article.Article.Page)
	}
}

// TestDiskFull lets the file grow no further at many places, some in the midst
// of Accept, some in the midst of File, and then gives it room.
func TestDiskFull(t *testing.T) {
	dir := t.TempDir()
	a := openIn(t, dir)
	limit := func(pages int) {
		t.Helper()
		if _, err := a.writer.ExecContext(t.Context(), fmt.Sprintf("PRAGMA max_page_count = %d", pages)); err != nil {
			t.Fatal(err)
		}
	}
	empty := dump(t, a)
	var size int
	if err := a.readDB.QueryRow("PRAGMA page_count").Scan(&size); err != nil {
		t.Fatal(err)
	}
	accepting, filing := 0, 0
	for more := 0; ; more++ {
		limit(size + more)
		err := fileSome(t, a, 20)
		if err == nil {
			break
		}
		wantError(t, err, coranto.Full, dir)
		counts, cerr := a.Counts(t.Context())
		if cerr != nil {
			t.Fatal(cerr)
		}
		switch {
		case counts.Pages == 0:
			accepting++
			if diff := cmp.Diff(empty, dump(t, a)); diff != "" {
				t.Fatalf("after a failed Accept:\n%s", diff)
			}
		case counts.Articles == 0:
			filing++
		default:
			t.Fatalf("half of it was filed: %+v", counts)
		}
		if err := a.Check(t.Context()); err != nil {
			t.Fatalf("after %v: %v", err, err)
		}
	}
	if accepting == 0 || filing == 0 {
		t.Errorf("full %d times while accepting and %d while filing, want both", accepting, filing)
	}
	undisturbed := openTemp(t)
	if err := fileSome(t, undisturbed, 20); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(dump(t, undisturbed), dump(t, a)); diff != "" {
		t.Errorf("with room again (-undisturbed +got):\n%s", diff)
	}
}

// TestKill ends a process that files without end, by a signal that it cannot
// catch, and opens what it leaves.
func TestKill(t *testing.T) {
	if dir := os.Getenv("CORANTO_TEST_FILE_INTO"); dir != "" {
		a, err := Open(t.Context(), dir)
		if err != nil {
			t.Fatal(err)
		}
		for n := 1; ; n++ {
			if err := fileSome(t, a, 5*n); err != nil {
				t.Fatal(err)
			}
			fmt.Println("filed", 5*n)
		}
	}
	dir := t.TempDir()
	for range 3 {
		cmd := exec.Command(os.Args[0], "-test.run=^TestKill$")
		cmd.Env = append(os.Environ(), "CORANTO_TEST_FILE_INTO="+dir)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		var filed int
		for range 3 {
			if _, err := fmt.Fscanf(out, "filed %d\n", &filed); err != nil {
				t.Fatal(err)
			}
		}
		_, err = Open(t.Context(), dir)
		wantError(t, err, coranto.Busy, dir)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait() // it was killed
		a, err := Open(t.Context(), dir)
		if err != nil {
			t.Fatal(err)
		}
		if err := a.Check(t.Context()); err != nil {
			t.Fatal(err)
		}
		counts, err := a.Counts(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if counts.Articles < filed {
			t.Errorf("%d articles are there, %d were filed", counts.Articles, filed)
		}
		a.Close()
	}
}

// TestFindingsAreMadeAnew opens an archive that an older program filled.
func TestFindingsAreMadeAnew(t *testing.T) {
	ctx := t.Context()
	dir := t.TempDir()
	a, err := Open(ctx, dir)
	if err != nil {
		t.Fatal(err)
	}
	accepted, err := a.Accept(ctx, []coranto.Page{{Name: "page", Form: coranto.Plain}})
	if err != nil {
		t.Fatal(err)
	}
	err = a.File(ctx, []archive.Result{{
		Outcome: archive.Outcome{Seq: accepted[0].Seq, Status: archive.Read},
		Articles: []archive.Filed{{Article: coranto.Article{
			ID: "a", Figures: []coranto.Figure{{What: "killed", Value: 4, AttributedTo: "Velmark"}},
		}}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	want := dump(t, a)
	if !strings.Contains(want, "\nfinding ") {
		t.Fatal("nothing was found")
	}
	for _, s := range []string{"DELETE FROM findings", "DELETE FROM finding_subjects", "UPDATE findings_made SET maker = 0, article = -1"} {
		if _, err := a.writer.ExecContext(ctx, s); err != nil {
			t.Fatal(err)
		}
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	if a, err = Open(ctx, dir); err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	if diff := cmp.Diff(want, dump(t, a)); diff != "" {
		t.Errorf("findings made anew (-want +got):\n%s", diff)
	}
}
