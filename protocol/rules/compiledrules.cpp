// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/rules/compiledrules.h"

#include <yara.h>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

/// libyara counts how often it was set up.
std::shared_ptr<const void> useLibrary()
{
    if (yr_initialize() != ERROR_SUCCESS)
        return {};
    static constexpr char token = 0;
    return {&token, [](const void *) { yr_finalize(); }};
}

struct Complaint {
    qint64 line = 0;
    QString words;
};

void listen(int level, const char *, int line, const YR_RULE *, const char *message, void *complaint)
{
    auto &first = *static_cast<Complaint *>(complaint);
    if (level == YARA_ERROR_LEVEL_ERROR && first.words.isEmpty())
        first = {line, QString::fromUtf8(message)};
}

size_t readStream(void *to, size_t size, size_t count, void *read)
{
    const auto &function = *static_cast<const std::function<size_t(char *, size_t)> *>(read);
    return size == 0 ? 0 : function(static_cast<char *>(to), size * count) / size;
}

size_t writeStream(const void *from, size_t size, size_t count, void *write)
{
    const auto &function = *static_cast<const std::function<size_t(const char *, size_t)> *>(write);
    return size == 0 ? 0 : function(static_cast<const char *>(from), size * count) / size;
}

std::unexpected<Error> libraryFailed(int code)
{
    return fail(ErrorCode::Internal, u"libyara"_s, u"error %1"_s.arg(code));
}

} // namespace

CompiledRules::CompiledRules(YR_RULES *rules)
    : m_library(useLibrary())
    , m_rules(rules, [](YR_RULES *old) { yr_rules_destroy(old); })
{
}

Result<CompiledRules> CompiledRules::compile(const std::vector<RuleSource> &sources)
{
    const auto library = useLibrary();
    YR_COMPILER *made = nullptr;
    if (!library || yr_compiler_create(&made) != ERROR_SUCCESS)
        return libraryFailed(ERROR_INSUFFICIENT_MEMORY);
    const std::unique_ptr<YR_COMPILER, void (*)(YR_COMPILER *)> compiler(made, &yr_compiler_destroy);
    Complaint complaint;
    yr_compiler_set_callback(compiler.get(), &listen, &complaint);
    yr_compiler_set_include_callback(compiler.get(), nullptr, nullptr, nullptr);
    for (const RuleSource &source : sources) {
        if (source.text.contains('\0'))
            return fail(ErrorCode::RulesMalformed, source.name, u"it is no text"_s).with(Fact::Line, 1);
        const QByteArray name = source.name.toUtf8();
        // It takes a text that ends with a zero, which QByteArray's do.
        const int errors = yr_compiler_add_string(compiler.get(), source.text.constData(), name.constData());
        if (errors > 0 && compiler->last_error == ERROR_INSUFFICIENT_MEMORY)
            return libraryFailed(ERROR_INSUFFICIENT_MEMORY);
        if (errors > 0)
            return fail(ErrorCode::RulesMalformed, source.name, complaint.words).with(Fact::Line, complaint.line);
    }
    YR_RULES *rules = nullptr;
    if (const int code = yr_compiler_get_rules(compiler.get(), &rules); code != ERROR_SUCCESS)
        return libraryFailed(code);
    return CompiledRules(rules);
}

Result<CompiledRules> CompiledRules::load(const std::function<size_t(char *, size_t)> &read)
{
    const auto library = useLibrary();
    // libyara wants to be able to write to what it is handed back.
    auto own = read;
    YR_STREAM stream{&own, &readStream, nullptr};
    YR_RULES *rules = nullptr;
    if (const int code = yr_rules_load_stream(&stream, &rules); code != ERROR_SUCCESS)
        return libraryFailed(code);
    return CompiledRules(rules);
}

Result<void> CompiledRules::save(const std::function<size_t(const char *, size_t)> &write) const
{
    auto own = write;
    YR_STREAM stream{&own, nullptr, &writeStream};
    if (yr_rules_save_stream(m_rules.get(), &stream) != ERROR_SUCCESS)
        return fail(ErrorCode::CannotWrite, u"rules"_s);
    return {};
}

} // namespace Sonde
