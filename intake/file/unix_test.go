//go:build unix

package file_test

import (
	"os"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"coranto/intake/file"
)

func TestWhatCannotBeRead(t *testing.T) {
	tree(t, map[string]string{"a/1.txt": dump, "a/2.txt": dump, "a/9.txt": dump, "b/.git/config": dump, "b/.hidden.txt": dump})
	os.Chmod("a/2.txt", 0)
	os.Symlink("../a", "a/3-folder")
	os.Symlink("4-itself", "a/4-itself")
	os.Symlink("nowhere", "a/5-nowhere")
	os.Symlink("1.txt", "a/6-link.txt")
	if err := syscall.Mkfifo("a/7-pipe", 0o644); err != nil {
		t.Skip(err)
	}
	os.Mkdir("empty", 0o755)
	want := []string{
		"! read missing.txt: no such file or directory; check the path",
		"a/1.txt dump " + dump,
		"! read a/2.txt: permission denied; give yourself the right to read it",
		"a/3-folder - a link to a folder; give the folder's own path to read it",
		"! read a/4-itself: too many levels of symbolic links; mend or remove the link",
		"! read a/5-nowhere: no such file or directory; check the path",
		"a/6-link.txt dump " + dump,
		"a/7-pipe - a device, pipe or socket",
		"a/9.txt dump " + dump,
		"b/.git - a hidden folder; give its own path to read it",
		"b/.hidden.txt dump " + dump,
		"empty - an empty folder",
	}
	if os.Getuid() == 0 { // may read everything
		want[2] = "a/2.txt dump " + dump
	}
	if d := cmp.Diff(want, walk(file.Options{}, "missing.txt", "a", "b", "empty")); d != "" {
		t.Error(d)
	}
}
