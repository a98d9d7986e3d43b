/**
 * Certificates 证件 from the application to the end.
 *
 * <p>{@link cn.lianbing.certificate.CertificateApplication} is the paper's way until a card is handed out,
 * {@link cn.lianbing.certificate.Certificate} the card's life. Both are small machines: a table of what may follow in each, and one
 * verb that takes a {@link cn.lianbing.certificate.Measure}. A measure names who decided, by which article, on which day, under which
 * document and for which reason out of a closed list; {@link cn.lianbing.certificate.Step} knows which of these belong together. Who
 * records it is asked apart ({@link cn.lianbing.certificate.StepLog}), and each is written to certificate_step, which only grows.
 *
 * <p>Three ways lead to a step: people ({@link cn.lianbing.certificate.CertificateApplying},
 * {@link cn.lianbing.certificate.CertificateKeeping}), the clock ({@code upkeep}) and a file
 * ({@link cn.lianbing.certificate.RegisterImport}). All pass through the same table. In the year's figures an application counts once
 * for its step SEND; MAKE and ISSUE are written twice, for the application and for the card.
 */
package cn.lianbing.certificate;
