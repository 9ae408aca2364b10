package sqlite

import (
	"testing"

	"coranto/archive/archivetest"
)

func openTemp(t *testing.T) *Archive {
	t.Helper()
	a, err := Open(t.Context(), t.TempDir())
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

func TestContract(t *testing.T) {
	archivetest.Run(t, func(t *testing.T) archivetest.Store { return openTemp(t) })
}
