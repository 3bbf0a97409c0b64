// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QCborMap>
#include <span>
#include <vector>

namespace Sonde::Agent {

/// What a finding says of the thing it was found in. A Note is worth knowing and decides nothing; Good is content that is known, all of it.
enum class Weight { Good, Note, Suspicious, Malicious };

/// One thing that an engine has to say, and what it rests on.
struct Finding {
    QString name; ///< of a rule, a signature, a list, or of what was observed ("deleted-image")
    Weight weight = Weight::Note;
    QString evidence; ///< the value that was seen, for people
    QString author = {};
    QString license = {};
    QString source = {}; ///< the library's file that the rule or the hash is in
    QCborMap details = {};
};

/// How far an engine came. Missing: it is not there, or has nothing to look for. Partly: it saw a part of the content only.
enum class Looked { Whole, Partly, Failed, Missing };

struct EngineReport {
    Engine engine = Engine::Heuristics;
    Looked looked = Looked::Whole;
    /// It looks for everything bad that is known, so that its silence over the whole content means something.
    bool vouches = false;
    std::vector<Finding> findings = {};
    std::optional<Error> why = {}; ///< it did not look at all of it

    /// What stopped it.
    [[nodiscard]] static EngineReport stopped(Engine engine, Looked looked, Error why)
    {
        return {engine, looked, false, {}, std::move(why)};
    }
};

enum class Confidence { None, Low, Medium, High };
/// "low", "medium", "high"; empty: none.
[[nodiscard]] QString confidenceName(Confidence confidence);

struct Judgement {
    Verdict verdict = Verdict::NotScanned;
    Confidence confidence = Confidence::None;
    std::vector<Engine> saidBy = {}; ///< the engines that it rests on, each once
    std::optional<Error> why = {};   ///< of NotScanned: what stopped an engine; none: there was nothing to look with
};

/// The verdict on one thing. What was found counts, whoever failed besides. Without that, only what is known to be good, or what an engine that
/// vouches saw whole while no other one was stopped, is clean. An engine that is missing takes nothing away and adds nothing.
[[nodiscard]] Judgement judge(std::span<const EngineReport> reports);
/// Of a thing that has parts: the worst of theirs. None: NotScanned.
[[nodiscard]] Judgement worstOf(std::span<const Judgement> parts);

} // namespace Sonde::Agent
