/**
 * The formats in which items come and go: a reader of each makes the {@link cn.lianbing.bank.ItemFile} that the bank takes, a writer
 * of each writes what the bank has. {@code Found} gathers what any reader finds; {@code Notes} is how a format carries what it has
 * no word of its own for.
 */
package cn.lianbing.exchange;
