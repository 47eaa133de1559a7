package dev.landwaiter.inventory.database.sqlite;

/// One line of the schema: a table or an index and the page where its tree begins.
///
/// @param type `table`, `index`, `view` or `trigger`
/// @param table the table that an index belongs to
/// @param root page number from 1, or 0 where there is no tree
public record SchemaEntry(String type, String name, String table, int root) {}
