// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <functional>

class QToolButton;

namespace Sonde::Client {

class Theme;

/// The digits of a hash, and nothing else.
[[nodiscard]] bool isHash(const QString &text);

/// A button behind a hash that a view paints below it, for setIndexWidget(): it copies the hash. In a narrow cell it stands on its end.
class HashButton final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HashButton)

public:
    /// `name` is that of the hash, such as SHA-256; `end` says where its text ends in a cell of a width.
    HashButton(const QString &hash, const QString &name, std::function<int(int)> end, const Theme &theme,
        QWidget *parent = nullptr);

    /// Pixels at the end of a cell that the text leaves to it.
    [[nodiscard]] static int room(const Theme &theme);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int textEnd() const { return m_end(width()); }
    void restyle();

    const std::function<int(int)> m_end;
    const Theme &m_theme;
    QToolButton *m_copy;
    QTimer m_copied; ///< while the button says that it has copied
};

/// A hash or fingerprint: the whole of it, in characters of one width, on as many lines as it needs, with a button that copies it. What
/// is copied, by the button or selected, has neither the breaks between lines nor anything else that is there for the eye.
class HashField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HashField)

public:
    explicit HashField(const Theme &theme, QWidget *parent = nullptr);

    /// What is copied, and what is shown instead when that is not the same: with line breaks where it is to break, and nothing else more
    /// than what is copied.
    void setHash(const QString &hash, const QString &shown = {});
    [[nodiscard]] const QString &hash() const { return m_hash; }
    /// What it is the hash of, or which: the accessible name.
    void setName(const QString &name);
    void copy();

private:
    class Text;
    void restyle();
    void retranslate();

    const Theme &m_theme;
    QString m_hash;
    QString m_name;
    Text *m_text;
    QToolButton *m_copy;
    QTimer m_copied; ///< while the button says that it has copied
};

} // namespace Sonde::Client
