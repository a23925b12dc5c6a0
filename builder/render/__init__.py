"""Stage `render`: one view laid out as HTML, PDF, Word and Excel by siblings that share no code
but the parts' titles and the evidence marks.
"""
