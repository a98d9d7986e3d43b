package cn.lianbing.law;

/**
 * A version, its days or its text is new or other than it was; fired in the transaction that changes it.
 *
 * @param formerTextId the imported text that held before, null where none did or it still holds
 */
public record LawChanged(long lawVersionId, Long formerTextId) {}
