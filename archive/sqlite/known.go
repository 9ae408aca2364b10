package sqlite

import "context"

// Known tells whether a page is kept that has this address as its own or as its
// name: what redirects is named by the address that was asked for.
func (a *Archive) Known(ctx context.Context, address string) (bool, error) {
	known := false
	err := a.read(ctx, "look up", func(s snapshot) error {
		_, err := s.get(`SELECT EXISTS (SELECT 1 FROM pages WHERE url = ?1) OR EXISTS (SELECT 1 FROM pages WHERE name = ?1)`, []any{address}, &known)
		return err
	})
	return known, err
}
