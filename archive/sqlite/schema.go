package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"io/fs"

	"coranto"

	"github.com/pressly/goose/v3"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migrate brings the schema to the program's version. Migrations only go
// forward; a schema that is ahead of the program is left alone and refused.
func migrate(ctx context.Context, path string, db *sql.DB) error {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, db, files, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	have, want, err := p.GetVersions(ctx)
	if err != nil {
		return err
	}
	if have > want {
		return coranto.Errorf(coranto.Unsupported, "open", path, "use the newer coranto that wrote it, or restore a backup made by this one",
			"the archive has schema %d, this program knows up to %d", have, want)
	}
	if have < want {
		_, err = p.Up(ctx)
	}
	return err
}
