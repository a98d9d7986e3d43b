package cn.lianbing.audit;

import java.io.Serializable;
import java.time.LocalDateTime;

/** A line of the audit log 操作日志. {@code at} is UTC. */
public record AuditEntry(long id, LocalDateTime at, Long actorId, String actorName, String address, String action, String subjectType, String subjectId, String unitPath, boolean success, String detail) implements Serializable {}
